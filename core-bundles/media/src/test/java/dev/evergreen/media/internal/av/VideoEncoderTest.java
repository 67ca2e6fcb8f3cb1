package dev.evergreen.media.internal.av;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoEncoderTest {
    private static final int HEIGHT = 176;
    private static final int FRAMES = 24;

    /**
     * Whatever the memory held before: glibc fills what it hands out as {@code MALLOC_PERTURB_} says. Rows of 13 and of 16
     * macroblocks.
     */
    @ParameterizedTest
    @ValueSource(ints = {208, 256})
    void equalPicturesGiveEqualBytes(int width) throws Exception {
        Set<String> films = new HashSet<>();
        for (int filling : new int[] {1, 85, 254}) {
            ProcessBuilder encoding = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    VideoEncoderTest.class.getName(),
                    Integer.toString(width));
            encoding.environment().put("MALLOC_PERTURB_", Integer.toString(filling));
            Process process =
                    encoding.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            films.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, process.waitFor());
        }
        assertEquals(1, films.size(), films.toString());
    }

    /** Prints the digest of a film that is so many pixels wide. */
    public static void main(String[] arguments) throws Exception {
        Natives.load(TestEngine.natives());
        byte[] film = film(Integer.parseInt(arguments[0]));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(film);
        System.out.println(HexFormat.of().formatHex(digest));
    }

    private static byte[] film(int width) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VideoEncoding encoding = new VideoEncoding(VideoCodec.H264, 23, 0, FRAMES, 3, Map.of("preset", "veryfast"));
        Canvas canvas = new Canvas(width, HEIGHT, FrameRate.FPS_30, Colour.BLACK);
        try (Picture picture = new Picture(width, HEIGHT);
                VideoEncoder encoder = new VideoEncoder(canvas, encoding, packet -> bytes.writeBytes(packet.data()))) {
            for (int n = 0; n < FRAMES; n++) {
                draw(picture.plane(0), n);
                encoder.send(picture, n);
            }
            encoder.finish();
        }
        return bytes.toByteArray();
    }

    /** A texture that enters from the right. */
    private static void draw(Plane luma, int n) {
        for (int y = 0; y < luma.height(); y++) {
            for (int x = 0; x < luma.width(); x++) {
                int cell = (x + 5 * n) / 6 * 7919 + (y + n) / 5 * 104_729;
                luma.data().put(y * luma.stride() + x, (byte) (16 + (cell ^ cell >>> 7) % 200));
            }
        }
    }
}
