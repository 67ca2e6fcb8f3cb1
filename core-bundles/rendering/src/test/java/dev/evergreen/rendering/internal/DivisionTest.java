package dev.evergreen.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.FilmPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private static List<FilmPiece> pieces(double... work) {
        List<FilmPiece> pieces = new ArrayList<>();
        for (double one : work) {
            pieces.add(new FilmPiece("p" + pieces.size(), one));
        }
        return pieces;
    }

    @Test
    void aShortFilmAndALonelyNodeAreNotDivided() {
        assertEquals(List.of(), new Division(100, 48).divide(pieces(50, 50, 50), 2));
        assertEquals(List.of(), new Division(1, 48).divide(pieces(50, 50, 50), 1));
        assertEquals(List.of(), new Division(1, 1).divide(pieces(50, 50, 50), 2));
        assertEquals(List.of(), new Division(1, 48).divide(pieces(), 2));
        assertEquals(List.of(), new Division(1, 48).divide(pieces(50), 2));
    }

    @Test
    void neighboursStayTogetherAndPartsAreAlike() {
        List<List<FilmPiece>> parts = new Division(20, 48).divide(pieces(10, 10, 10, 10, 10, 10), 2);
        assertEquals(List.of(pieces(10, 10), pieces(0, 0, 10, 10).subList(2, 4)), parts.subList(0, 2));
        assertEquals(3, parts.size());
    }

    @Test
    void everyPieceIsInOnePartWhateverTheirWork() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] work = random.doubles(1 + random.nextInt(60), 0.01, 100).toArray();
            int most = 1 + random.nextInt(20);
            int nodes = 1 + random.nextInt(6);
            List<FilmPiece> pieces = pieces(work);
            List<List<FilmPiece>> parts = new Division(5, most).divide(pieces, nodes);
            assertTrue(parts.size() <= Math.min(most, nodes * 3), parts.size() + " parts");
            assertTrue(parts.stream().noneMatch(List::isEmpty));
            if (!parts.isEmpty()) {
                assertEquals(pieces, parts.stream().flatMap(List::stream).toList());
            }
        }
    }
}
