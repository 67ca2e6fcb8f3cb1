package dev.evergreen.transition.lumamatte.internal;

import dev.evergreen.kit.picture.Matte;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads a grey picture from a data URI. */
final class MattePicture {
    private static final int LARGEST = 1024;
    private static final String PREFIX = "data:image/png;base64,";

    private MattePicture() {}

    /**
     * @throws IllegalArgumentException where it is no such picture, or too large
     */
    static Matte.Field of(String uri) {
        if (!uri.startsWith(PREFIX)) {
            throw new IllegalArgumentException("The matte's picture must start with " + PREFIX);
        }
        byte[] bytes = Base64.getDecoder().decode(uri.substring(PREFIX.length()));
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            if (input == null || !readers.hasNext()) {
                throw new IllegalArgumentException("The matte's picture cannot be read: this Java reads no PNG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                // Asked before anything is decoded: a small file can say that it is huge.
                if (reader.getWidth(0) > LARGEST || reader.getHeight(0) > LARGEST) {
                    throw new IllegalArgumentException("The matte's picture has " + reader.getWidth(0) + "x"
                            + reader.getHeight(0) + " pixels; make it at most " + LARGEST + "x" + LARGEST);
                }
                return grid(reader.read(0))::at;
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The matte's picture is no readable PNG: " + e.getMessage(), e);
        }
    }

    private static Grid grid(BufferedImage image) {
        Grid grid = new Grid(image.getWidth(), image.getHeight());
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < grid.width(); x++) {
                int rgb = image.getRGB(x, y);
                // The luma weights of ITU-R BT.709.
                grid.put(x, y, (0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255)) / 255);
            }
        }
        return grid;
    }
}
