package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import java.util.Arrays;

/**
 * A plane's pixels in an array, without the bytes between its rows: what effects that look at neighbours work on.
 *
 * @param values row by row
 */
public record Pixels(byte[] values, int width, int height) {
    public Pixels(int width, int height) {
        this(new byte[width * height], width, height);
    }

    public static Pixels of(Plane plane) {
        Pixels pixels = new Pixels(plane.width(), plane.height());
        pixels.read(plane);
        return pixels;
    }

    /** Takes the pixels of a plane of the same size. */
    public void read(Plane plane) {
        for (int y = 0; y < height; y++) {
            plane.data().get(y * plane.stride(), values, y * width, width);
        }
    }

    /** Gives the pixels to a plane of the same size. */
    public void write(Plane plane) {
        for (int y = 0; y < height; y++) {
            plane.data().put(y * plane.stride(), values, y * width, width);
        }
    }

    /** The value 0 to 255 of a pixel; outside, that of the nearest. */
    public int at(int x, int y) {
        int column = Math.max(0, Math.min(width - 1, x));
        int row = Math.max(0, Math.min(height - 1, y));
        return values[row * width + column] & 0xff;
    }

    /** Half the size, rounded up; each pixel the mean of four. */
    public Pixels halved() {
        Pixels half = new Pixels((width + 1) / 2, (height + 1) / 2);
        for (int y = 0; y < half.height; y++) {
            int upper = 2 * y * width;
            int lower = Math.min(2 * y + 1, height - 1) * width;
            int row = y * half.width;
            for (int x = 0; x < width / 2; x++) {
                int left = 2 * x;
                half.values[row + x] = (byte) ((values[upper + left] & 0xff)
                                + (values[upper + left + 1] & 0xff)
                                + (values[lower + left] & 0xff)
                                + (values[lower + left + 1] & 0xff)
                                + 2
                        >> 2);
            }
            if (width % 2 != 0) {
                int last = width - 1;
                half.values[row + last / 2] =
                        (byte) ((values[upper + last] & 0xff) + (values[lower + last] & 0xff) + 1 >> 1);
            }
        }
        return half;
    }

    /**
     * Blurs in place with three boxes, which is close to a Gaussian (Wells, "Efficient synthesis of Gaussian filters by cascaded
     * uniform filters", 1986).
     *
     * @param sigma the Gaussian's standard deviation in pixels; nothing happens below half a pixel
     * @param outside the value beyond the edges; below 0 for that of the nearest pixel
     */
    public void blur(double sigma, int outside) {
        int radius = (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2);
        Box box = new Box(values, width, height, radius, outside);
        for (int pass = 0; pass < 3; pass++) {
            box.across();
            box.down();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels pixels
                && pixels.width == width
                && pixels.height == height
                && Arrays.equals(pixels.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + width;
    }

    @Override
    public String toString() {
        return "Pixels " + width + "x" + height;
    }
}
