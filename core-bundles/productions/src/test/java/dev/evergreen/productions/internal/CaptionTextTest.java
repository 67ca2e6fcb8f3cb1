package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.productions.internal.CaptionText.Piece;
import dev.evergreen.spi.provider.WordTiming;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaptionTextTest {
    private static final String TEXT =
            "The tide goes out twice a day, and leaves the pools behind. Nobody knows how many worlds are in them.";

    @Test
    void piecesAreShortAndLoseNoWord() {
        List<Piece> pieces = CaptionText.pieces(TEXT, Duration.ofSeconds(8), List.of(), 40);

        assertEquals(TEXT, pieces.stream().map(Piece::text).collect(Collectors.joining(" ")));
        pieces.forEach(piece -> assertTrue(piece.text().length() <= 41, piece.text()));
    }

    @Test
    void cutsStandWhereSentencesAndClausesEnd() {
        assertEquals(
                List.of("and nobody ever tells", "you good night.", "So I will."),
                cut("and nobody ever tells you good night. So I will.", 30));
        assertEquals(
                List.of("The letter flew past the owls,", "past the clouds, and past", "the last sleepy airplane."),
                cut("The letter flew past the owls, past the clouds, and past the last sleepy airplane.", 30));
        assertEquals(List.of("\u201cLook, Theo! A starfish!\u201d"), cut("\u201cLook, Theo! A starfish!\u201d", 40));
        assertEquals(
                List.of("He said \u201cno.\u201d", "Then he left the room quietly."),
                cut("He said \u201cno.\u201d Then he left the room quietly.", 36));
    }

    @Test
    void aWordBeyondTheLimitStandsAlone() {
        assertEquals(List.of("a", "pneumonoultramicroscopic", "word"), cut("a pneumonoultramicroscopic word", 10));
        assertEquals(List.of(), cut("", 10));
    }

    private static List<String> cut(String text, int limit) {
        return CaptionText.pieces(text, Duration.ofSeconds(4), List.of(), limit).stream()
                .map(Piece::text)
                .toList();
    }

    @Test
    void piecesFollowEachOtherInTime() {
        Duration last = Duration.ZERO;
        for (Piece piece : CaptionText.pieces(TEXT, Duration.ofSeconds(8), List.of(), 40)) {
            assertTrue(piece.from().compareTo(last) >= 0);
            assertTrue(piece.to().compareTo(piece.from()) > 0);
            last = piece.to();
        }
        assertTrue(last.compareTo(Duration.ofSeconds(8)) <= 0);
    }

    @Test
    void measuredWordsGiveTheTimes() {
        List<WordTiming> timings = List.of(
                new WordTiming(1, 5, Duration.ofMillis(120), Duration.ofMillis(400)),
                new WordTiming(7, 11, Duration.ofMillis(900), Duration.ofMillis(1_300)));

        List<Piece> pieces = CaptionText.pieces("\u201cLook, Theo!\u201d", Duration.ofMillis(1_500), timings, 40);

        assertEquals(1, pieces.size());
        assertEquals(Duration.ofMillis(120), pieces.get(0).words().get(0).from());
        assertEquals(Duration.ofMillis(900), pieces.get(0).words().get(1).from());
        assertEquals(Duration.ofMillis(1_300), pieces.get(0).to());
    }
}
