package dev.evergreen.kit.picture;

import java.util.Arrays;

/**
 * Moving averages over the pixels of a plane, in place. Along the columns a whole row of sums moves down at once, so that both directions
 * read memory in its order.
 */
final class Box {
    /** Bits after the point of one over the number of pixels; with sums of up to 4095 pixels the mean is exact. */
    private static final int BITS = 32;

    private final byte[] values;
    private final int width;
    private final int height;
    private final int radius;
    private final int outside;
    private final long share;

    /**
     * @param values row by row
     * @param radius pixels on either side; nothing happens below 1
     * @param outside the value beyond the edges; below 0 for that of the nearest pixel
     */
    Box(byte[] values, int width, int height, int radius, int outside) {
        this.values = values;
        this.width = width;
        this.height = height;
        this.radius = radius;
        this.outside = outside;
        share = ((1L << BITS) + 2L * radius) / (2L * radius + 1);
    }

    void across() {
        int padded = width + 2 * radius + 1;
        int[] line = new int[padded];
        for (int y = 0; radius > 0 && y < height; y++) {
            int row = y * width;
            Arrays.fill(line, 0, radius, outside < 0 ? values[row] & 255 : outside);
            for (int x = 0; x < width; x++) {
                line[radius + x] = values[row + x] & 255;
            }
            Arrays.fill(line, radius + width, padded, outside < 0 ? values[row + width - 1] & 255 : outside);
            int sum = radius;
            for (int i = 0; i < 2 * radius; i++) {
                sum += line[i];
            }
            for (int x = 0; x < width; x++) {
                sum += line[x + 2 * radius];
                values[row + x] = (byte) (sum * share >>> BITS);
                sum -= line[x];
            }
        }
    }

    void down() {
        if (radius < 1) {
            return;
        }
        int[] sums = new int[width];
        int[] coming = new int[width];
        // Rows that were overwritten still have to leave the sums.
        int[][] kept = new int[radius + 1][width];
        int[] first = new int[width];
        load(0, first);
        Arrays.fill(sums, radius);
        for (int i = -radius; i < radius; i++) {
            load(i, coming);
            add(sums, coming);
        }
        for (int y = 0; y < height; y++) {
            load(y + radius, coming);
            add(sums, coming);
            load(y, kept[y % (radius + 1)]);
            store(y, sums);
            int leaving = y - radius;
            if (leaving >= 0) {
                subtract(sums, kept[leaving % (radius + 1)]);
            } else {
                if (outside >= 0) {
                    Arrays.fill(coming, outside);
                }
                subtract(sums, outside < 0 ? first : coming);
            }
        }
    }

    private void load(int y, int[] line) {
        if (outside >= 0 && (y < 0 || y >= height)) {
            Arrays.fill(line, outside);
            return;
        }
        int row = Math.max(0, Math.min(height - 1, y)) * width;
        for (int x = 0; x < line.length; x++) {
            line[x] = values[row + x] & 255;
        }
    }

    private static void add(int[] sums, int[] line) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += line[x];
        }
    }

    private static void subtract(int[] sums, int[] line) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] -= line[x];
        }
    }

    private void store(int y, int[] sums) {
        int row = y * width;
        for (int x = 0; x < sums.length; x++) {
            values[row + x] = (byte) (sums[x] * share >>> BITS);
        }
    }
}
