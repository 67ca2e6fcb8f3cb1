package dev.evergreen.media.internal.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.MediaKind;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.media.internal.render.TestMedia;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Animations put together by hand, and by libwebp. */
class AnimatedWebpTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int REPLACE = 2;
    private static final int CLEAR = 1;

    @TempDir
    Path folder;

    private Path temporary;
    private FfmpegIngest ingest;

    @BeforeEach
    void start() throws Exception {
        Natives.load(TestEngine.natives());
        temporary = Files.createDirectory(folder.resolve("tmp"));
        ingest = new FfmpegIngest(temporary);
    }

    @Test
    void framesAreBlendedReplacedAndCleared() throws Exception {
        Path file = written(
                WIDTH,
                HEIGHT,
                frame(picture("blue", "64x48"), 0, 0, 64, 48, 200, 0),
                frame(picture("red@0.5", "20x10", "-lossless", "0"), 10, 8, 20, 10, 200, CLEAR),
                frame(picture("lime", "20x10"), 30, 20, 20, 10, 100, REPLACE));
        Ingested film = ingest.normalise(file, folder.resolve("kept"), IngestLimits.DEFAULT);
        assertEquals(500, film.media().duration().toMillis());
        assertEquals(500, film.original().duration().toMillis());
        assertEquals(List.of("Where it is transparent, black is shown"), film.notes());
        for (int frame = 0; frame < 5; frame++) {
            BufferedImage shown = TestMedia.frame(folder, film.file(), frame);
            assertColour(Color.BLUE, shown, 5, 40);
            assertColour(frame < 2 ? Color.BLUE : frame < 4 ? new Color(128, 0, 127) : Color.BLACK, shown, 20, 13);
            assertColour(frame < 4 ? Color.BLUE : Color.GREEN, shown, 40, 25);
        }
        assertNothingIsLeft();
    }

    @Test
    void whatLibwebpWritesLooksLikeItsSource() throws Exception {
        String scene = "testsrc2=size=96x64:rate=10:duration=1";
        Path source = folder.resolve("source.mp4");
        TestMedia.ffmpeg(
                folder, "-v", "error", "-f", "lavfi", "-i", scene, "-c:v", "libx264", "-qp", "4", source.toString());
        Path file = folder.resolve("animation.webp");
        TestMedia.ffmpeg(folder, "-v", "error", "-f", "lavfi", "-i", scene, "-quality", "95", file.toString());
        assertTrue(AnimatedWebp.of(file).frames().size() > 5, "libwebp wrote no animation");
        Ingested film = ingest.normalise(file, folder.resolve("kept"), IngestLimits.DEFAULT);
        for (int frame : new int[] {0, 4, 9}) {
            double difference =
                    difference(TestMedia.frame(folder, source, frame), TestMedia.frame(folder, film.file(), frame));
            assertTrue(difference < 6, "frame " + frame + " differs by " + difference);
        }
    }

    @Test
    void timesThatAreNoWholeStepsComeAtAUsualRate() throws Exception {
        byte[] picture = picture("gray", "64x48");
        Path file = written(
                WIDTH,
                HEIGHT,
                frame(picture, 0, 0, 64, 48, 33, 0),
                frame(picture, 0, 0, 64, 48, 34, 0),
                frame(picture, 0, 0, 64, 48, 5, 0));
        AnimatedWebp animation = AnimatedWebp.of(file);
        assertEquals(
                List.of(33, 34, 100),
                animation.frames().stream()
                        .map(AnimatedWebp.Frame::milliseconds)
                        .toList());
        assertEquals("30/1", new WebpUnfolding(file, animation).rate());
        MediaInfo media = ingest.normalise(file, folder.resolve("kept"), IngestLimits.DEFAULT)
                .media();
        assertEquals(167, media.duration().toMillis(), 1);
    }

    @Test
    void whatBreaksOffIsTakenAsFarAsItGoes() throws Exception {
        byte[] picture = picture("gray", "64x48");
        Path file = written(WIDTH, HEIGHT, frame(picture, 0, 0, 64, 48, 200, 0), frame(picture, 0, 0, 64, 48, 300, 0));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        Ingested still = ingest.normalise(file, folder.resolve("kept"), IngestLimits.DEFAULT);
        assertEquals(MediaKind.IMAGE, still.media().kind());
        assertEquals(WIDTH, still.media().width());
    }

    @Test
    void damageAndSizeAreNamed() throws Exception {
        byte[] picture = picture("gray", "64x48");
        assertRefused(MediaException.Kind.UNREADABLE, "no whole frame", written(WIDTH, HEIGHT));
        assertRefused(
                MediaException.Kind.UNREADABLE,
                "its frame 1 lies beside its canvas",
                written(WIDTH, HEIGHT, frame(picture, 2, 0, 64, 48, 100, 0)));
        assertRefused(
                MediaException.Kind.TOO_LARGE,
                "5000x5000 pixels",
                written(5000, 5000, frame(picture, 0, 0, 64, 48, 100, 0)));
        byte[] broken = picture.clone();
        Arrays.fill(broken, 8, broken.length, (byte) 0x5a);
        assertRefused(
                MediaException.Kind.UNREADABLE,
                "frames can be decoded",
                written(WIDTH, HEIGHT, frame(picture, 0, 0, 64, 48, 100, 0), frame(broken, 0, 0, 64, 48, 100, 0)));
        assertNothingIsLeft();
    }

    private void assertRefused(MediaException.Kind kind, String saying, Path file) {
        MediaException refused = assertThrows(
                MediaException.class, () -> ingest.normalise(file, folder.resolve("kept"), IngestLimits.DEFAULT));
        String message = String.valueOf(refused.getMessage());
        assertEquals(kind, refused.kind(), message);
        assertTrue(message.contains(saying) && message.contains("made.webp"), message);
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static void assertColour(Color expected, BufferedImage shown, int x, int y) {
        Color colour = new Color(shown.getRGB(x, y));
        int away = Math.max(
                Math.abs(colour.getRed() - expected.getRed()),
                Math.max(
                        Math.abs(colour.getGreen() - expected.getGreen()),
                        Math.abs(colour.getBlue() - expected.getBlue())));
        assertTrue(away < 16, "expected " + expected + " at " + x + "," + y + ", not " + colour);
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 255) - (other.getRGB(x, y) >> 8 & 255));
            }
        }
        return sum / one.getWidth() / one.getHeight();
    }

    /** The chunks of a still picture of one colour. */
    private byte[] picture(String colour, String size, String... options) throws Exception {
        Path file = Files.createTempFile(folder, "still", ".webp");
        List<String> arguments = new ArrayList<>(
                List.of("-v", "error", "-f", "lavfi", "-i", "color=" + colour + ":size=" + size + ",format=rgba"));
        arguments.addAll(List.of("-frames:v", "1", "-c:v", "libwebp"));
        arguments.addAll(options.length == 0 ? List.of("-lossless", "1") : List.of(options));
        arguments.add(file.toString());
        TestMedia.ffmpeg(folder, arguments.toArray(String[]::new));
        byte[] still = Files.readAllBytes(file);
        boolean extended = new String(still, 12, 4, StandardCharsets.ISO_8859_1).equals("VP8X");
        return Arrays.copyOfRange(still, extended ? 30 : 12, still.length);
    }

    /** A chunk ANMF. */
    private static byte[] frame(byte[] chunks, int x, int y, int width, int height, int milliseconds, int flags) {
        ByteBuffer frame = chunk("ANMF", 16 + chunks.length);
        for (int number : new int[] {x / 2, y / 2, width - 1, height - 1, milliseconds}) {
            frame.putShort((short) number).put((byte) (number >> 16));
        }
        return frame.put((byte) flags).put(chunks).array();
    }

    private Path written(int width, int height, byte[]... frames) throws IOException {
        ByteBuffer canvas = chunk("VP8X", 10).putInt(0x12);
        for (int side : new int[] {width - 1, height - 1}) {
            canvas.putShort((short) side).put((byte) (side >> 16));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        content.write(canvas.array());
        content.write(chunk("ANIM", 6).array());
        for (byte[] frame : frames) {
            content.write(frame);
        }
        ByteBuffer file = ByteBuffer.allocate(8 + content.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.size())
                .put(content.toByteArray());
        return Files.write(folder.resolve("made.webp"), file.array());
    }

    private static ByteBuffer chunk(String name, int bytes) {
        ByteBuffer chunk = ByteBuffer.allocate(8 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt(bytes);
    }
}
