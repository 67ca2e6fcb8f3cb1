package dev.evergreen.media.internal.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.json.Json;
import dev.evergreen.media.FilmPiece;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines, as on two nodes, make a film together. */
class PieceServiceTest {
    private static final Canvas CANVAS = new Canvas(320, 180, new FrameRate(30, 1), Colour.of("#102030"));

    @TempDir
    private Path folder;

    @Test
    void aFilmOfPiecesFromTwoEnginesIsTheFilmOfOne() throws Exception {
        try (TestEngine one = engine("one");
                TestEngine other = engine("other")) {
            RenderRequest request = request(one, "film.mp4");
            PieceService first = one.pieces();
            PieceService second = other.pieces();
            List<FilmPiece> missing = first.missing(request);
            assertEquals(missing, second.missing(request), "both engines know the same pieces");
            assertTrue(missing.size() > 3, missing::toString);

            Set<String> half = keys(missing.subList(0, missing.size() / 2));
            Set<String> rest = keys(missing.subList(missing.size() / 2, missing.size()));
            assertEquals(half, second.make(request, half, one, RenderListener.NONE));
            assertEquals(rest, first.make(request, rest, one, RenderListener.NONE));
            assertEquals(half, keys(first.missing(request)));
            for (String key : half) {
                assertTrue(first.keep(key, new ByteArrayInputStream(written(second, key))), key);
            }

            assertEquals(List.of(), first.missing(request));
            RenderResult joined = one.render(request.timeline(), request.encoding(), folder.resolve("joined.mp4"));
            assertEquals(0, joined.segmentsRendered());
            assertTrue(joined.soundReused());
            try (TestEngine alone = engine("alone")) {
                RenderRequest own = request(alone, "alone.mp4");
                RenderResult whole = alone.render(own.timeline(), own.encoding(), own.output());
                assertArrayEquals(Files.readAllBytes(whole.film()), Files.readAllBytes(joined.film()));
            }
        }
    }

    @Test
    void whatIsStoredAsTextIsTheSameFilm() throws Exception {
        try (TestEngine engine = engine("one")) {
            RenderRequest request = request(engine, "film.mp4");
            RenderRequest read = new RenderRequest(
                    Json.read(Json.write(request.timeline()), TimelineSnapshot.class),
                    Json.read(Json.write(request.encoding()), EncodingPlan.class),
                    request.output());
            assertEquals(engine.pieces().missing(request), engine.pieces().missing(read));
        }
    }

    @Test
    void aDamagedOrStrangePieceIsNotKept() throws Exception {
        try (TestEngine engine = engine("one")) {
            RenderRequest request = request(engine, "film.mp4");
            PieceService pieces = engine.pieces();
            List<FilmPiece> missing = pieces.missing(request);
            String key = missing.get(missing.size() - 1).key();
            String sound = missing.get(0).key();
            pieces.make(request, Set.of(key, sound), engine, RenderListener.NONE);
            byte[] whole = written(pieces, key);
            byte[] damaged = whole.clone();
            damaged[damaged.length / 2] ^= 1;

            assertFalse(pieces.keep("other", new ByteArrayInputStream(damaged)));
            assertFalse(pieces.keep("other", new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2))));
            assertFalse(pieces.keep("other", new ByteArrayInputStream(new byte[0])));
            assertFalse(pieces.write("other", new ByteArrayOutputStream()));
            byte[] heard = written(pieces, sound);
            assertFalse(pieces.keep("x-sound-0", new ByteArrayInputStream(Arrays.copyOf(heard, heard.length - 9))));
            assertFalse(pieces.write("x-sound-0", new ByteArrayOutputStream()), "half a sound is none");
            assertTrue(pieces.keep("x-sound-0", new ByteArrayInputStream(heard)));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> pieces.keep("../../etc/passwd", new ByteArrayInputStream(whole)));
            assertEquals(
                    Set.of(),
                    pieces.make(request, Set.of("0123"), engine, RenderListener.NONE),
                    "what the film does not have is passed over");
        }
    }

    private TestEngine engine(String name) throws Exception {
        return new TestEngine(Files.createDirectory(folder.resolve(name)), 2);
    }

    private static RenderRequest request(TestEngine engine, String file) throws Exception {
        return new RenderRequest(
                RendererTest.story(engine, CANVAS, "One."), TestEngine.mp4("ultrafast"), engine.folder.resolve(file));
    }

    private static Set<String> keys(List<FilmPiece> pieces) {
        return pieces.stream().map(FilmPiece::key).collect(Collectors.toSet());
    }

    private static byte[] written(PieceService pieces, String key) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(pieces.write(key, bytes), key);
        return bytes.toByteArray();
    }
}
