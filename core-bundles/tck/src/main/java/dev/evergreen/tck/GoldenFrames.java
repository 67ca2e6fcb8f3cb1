package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.fail;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Frames that somebody looked at and approved, kept in the plugin's {@code src/test/golden}: what it makes today may differ from them only
 * within a tolerance. A golden frame is a grey PNG of the planes: luma above, Cb and Cr side by side below, alpha under them. Run the tests with
 * {@code -Devergreen.golden=write} to write them anew, look at them, and commit them.
 */
public final class GoldenFrames {
    private static final Path FOLDER = Path.of("src", "test", "golden");
    private static final Path REFUSED = Path.of("target", "golden");
    /** Mean and largest difference of one value that rounding may make. */
    private static final double TOLERANCE = 0.5;

    private static final int LARGEST = 12;

    private GoldenFrames() {}

    /** @param name of the file, without its ending */
    public static void compare(String name, VideoFrame actual) {
        BufferedImage image = image(actual);
        Path golden = FOLDER.resolve(name + ".png");
        try {
            if ("write".equals(System.getProperty("evergreen.golden"))) {
                write(image, golden);
                return;
            }
            if (!Files.exists(golden)) {
                Path made = write(image, REFUSED.resolve(name + ".png"));
                fail("There is no golden frame " + golden + ". Look at " + made
                        + "; if it is right, run the tests with -Devergreen.golden=write and commit the file.");
            }
            compare(golden, ImageIO.read(golden.toFile()), image, name);
        } catch (IOException e) {
            throw new UncheckedIOException("Golden frame " + golden, e);
        }
    }

    private static void compare(Path golden, BufferedImage wanted, BufferedImage image, String name)
            throws IOException {
        long sum = 0;
        int largest = 0;
        boolean sameSize = wanted.getWidth() == image.getWidth() && wanted.getHeight() == image.getHeight();
        for (int y = 0; sameSize && y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int difference = Math.abs(wanted.getRaster().getSample(x, y, 0)
                        - image.getRaster().getSample(x, y, 0));
                sum += difference;
                largest = Math.max(largest, difference);
            }
        }
        double mean = (double) sum / image.getWidth() / image.getHeight();
        if (!sameSize || mean > TOLERANCE || largest > LARGEST) {
            Path made = write(image, REFUSED.resolve(name + ".png"));
            fail(String.format(
                    Locale.ROOT,
                    "%s differs from the golden frame %s by %.2f on average and %d at most. If the change is wanted, run the"
                            + " tests with -Devergreen.golden=write and commit the file.",
                    made,
                    golden,
                    mean,
                    largest));
        }
    }

    private static Path write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static BufferedImage image(VideoFrame frame) {
        Plane luma = frame.luma();
        Plane blue = frame.blue();
        Plane alpha = frame.alpha();
        int colours = luma.height() + blue.height();
        BufferedImage image = new BufferedImage(
                Math.max(luma.width(), 2 * blue.width()),
                alpha == null ? colours : colours + alpha.height(),
                BufferedImage.TYPE_BYTE_GRAY);
        put(luma, image, 0, 0);
        put(blue, image, 0, luma.height());
        put(frame.red(), image, blue.width(), luma.height());
        if (alpha != null) {
            put(alpha, image, 0, colours);
        }
        return image;
    }

    private static void put(Plane plane, BufferedImage image, int left, int top) {
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                image.getRaster().setSample(left + x, top + y, 0, TestFrames.value(plane, x, y));
            }
        }
    }
}
