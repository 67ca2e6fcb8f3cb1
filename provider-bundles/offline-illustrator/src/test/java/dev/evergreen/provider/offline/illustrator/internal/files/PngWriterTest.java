package dev.evergreen.provider.offline.illustrator.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngWriterTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "257, 65", "64, 64", "500, 129", "1, 300"})
    void whatIsWrittenIsRead(int width, int height) throws IOException {
        for (String content : new String[] {"noise", "flat", "empty", "gradient"}) {
            int[] pixels = pixels(content, width, height);
            assertSame(pixels, width, height, read(pixels, width, height, false), content, 0);
            int opaque = 0xFF000000;
            assertSame(pixels, width, height, read(pixels, width, height, true), content + " opaque", opaque);
        }
    }

    private static int[] pixels(String content, int width, int height) {
        Random random = new Random(5);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = switch (content) {
                case "noise" -> random.nextInt();
                case "flat" -> 0x80C0FFEE;
                case "gradient" -> 0xFF000000 | i % width % 256 << 16 | i / width % 256;
                default -> 0;
            };
        }
        return pixels;
    }

    private static BufferedImage read(int[] pixels, int width, int height, boolean opaque) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(pixels, width, height, opaque, out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static void assertSame(
            int[] pixels, int width, int height, BufferedImage image, String content, int alpha) {
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(pixels[i] | alpha, image.getRGB(i % width, i / width), content + " at " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"2074, 1166"})
    void emptyLayerIsSmall(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(new int[width * height], width, height, false, out);
        assertTrue(out.size() < 60_000, "an empty layer takes " + out.size() + " bytes");
    }
}
