package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.picture.Colours;
import dev.evergreen.spi.effect.VideoFrame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The small JPEG pictures beside descriptors, by which people choose a plugin. */
public final class PreviewPictures {
    public static final int WIDTH = 192;
    public static final int HEIGHT = 108;

    private static final int MOST_BYTES = 6144;
    private static final double TOLERANCE = 8;
    private static final boolean WRITE = "write".equals(System.getProperty("evergreen.golden"));

    private PreviewPictures() {}

    /**
     * Holds the kept picture against what the plugin makes today; with {@code -Devergreen.golden=write} it is written anew.
     *
     * @param now {@link #WIDTH} × {@link #HEIGHT} pixels
     */
    public static void compare(Path file, BufferedImage now) throws IOException {
        if (WRITE) {
            byte[] jpeg = jpeg(now, 0.75f);
            Files.write(file, jpeg.length <= MOST_BYTES ? jpeg : jpeg(now, 0.5f));
        }
        byte[] kept = Files.readAllBytes(file);
        assertTrue(kept.length <= MOST_BYTES, file + " has " + kept.length + " bytes, more than " + MOST_BYTES);
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(kept));
        assertTrue(
                before.getWidth() == WIDTH && before.getHeight() == HEIGHT,
                file + " has not " + WIDTH + "x" + HEIGHT + " pixels");
        double difference = difference(now, before);
        assertTrue(
                difference < TOLERANCE,
                file + " differs by " + difference + " on average; look at it and write it anew with"
                        + " -Devergreen.golden=write");
    }

    /** A frame, in the colours of ITU-R BT.709, without its alpha. */
    public static BufferedImage image(VideoFrame frame) {
        BufferedImage image =
                new BufferedImage(frame.luma().width(), frame.luma().height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double[] rgb = Colours.rgb(
                        TestFrames.value(frame.luma(), x, y),
                        TestFrames.value(frame.blue(), x / 2, y / 2),
                        TestFrames.value(frame.red(), x / 2, y / 2));
                int packed = 0;
                for (double part : rgb) {
                    packed = packed << 8 | (int) Math.round(255 * part);
                }
                image.setRGB(x, y, packed);
            }
        }
        return image;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255));
                }
            }
        }
        return sum / WIDTH / HEIGHT / 3;
    }
}
