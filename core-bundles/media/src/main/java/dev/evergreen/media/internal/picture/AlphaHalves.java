package dev.evergreen.media.internal.picture;

import dev.evergreen.spi.effect.Plane;

/** Rows of alpha as the chroma planes see it, which are sited on every other column and between two rows. */
final class AlphaHalves {
    private final Plane alpha;
    private final byte[] upper;
    private final byte[] lower;
    private final int[] above;
    private final int[] below;

    /**
     * @param ints how many a row of chroma takes, four pixels each
     */
    AlphaHalves(Plane alpha, int ints) {
        this.alpha = alpha;
        upper = new byte[8 * ints + 1];
        lower = new byte[upper.length];
        above = new int[2 * ints];
        below = new int[2 * ints];
    }

    /**
     * Reads a row.
     *
     * @param half four pixels to an int
     */
    void read(int row, int[] half) {
        int second = Math.min(2 * row + 1, alpha.height() - 1);
        alpha.read(2 * row, above);
        alpha.read(second, below);
        boolean loaded = false;
        // The pixel before counts, too; the first is its own.
        int before = state(above[0] & below[0] & 255, (above[0] | below[0]) & 255);
        for (int i = 0; i < above.length / 2; i++) {
            int any = above[2 * i] | above[2 * i + 1] | below[2 * i] | below[2 * i + 1];
            int all = above[2 * i] & above[2 * i + 1] & below[2 * i] & below[2 * i + 1];
            if (any == 0 && before == 0) {
                half[i] = 0;
            } else if (all == -1 && before == 255) {
                half[i] = -1;
            } else {
                if (!loaded) {
                    load(2 * row, upper);
                    load(second, lower);
                    loaded = true;
                }
                half[i] = at(8 * i) | at(8 * i + 2) << 8 | at(8 * i + 4) << 16 | at(8 * i + 6) << 24;
            }
            before = state((above[2 * i + 1] & below[2 * i + 1]) >>> 24, (above[2 * i + 1] | below[2 * i + 1]) >>> 24);
        }
    }

    /** 0 where two pixels are clear, 255 where they are opaque, else something else. */
    private static int state(int both, int any) {
        return any == 0 || both == 255 ? both : 1;
    }

    private void load(int y, byte[] line) {
        int width = alpha.width();
        alpha.data().get(y * alpha.stride(), line, 0, width);
        java.util.Arrays.fill(line, width, line.length, line[width - 1]);
    }

    /** The mean around a pixel and the one below it; beside them half as heavy. */
    private int at(int x) {
        int left = Math.max(0, x - 1);
        int sum = (upper[left] & 255)
                + 2 * (upper[x] & 255)
                + (upper[x + 1] & 255)
                + (lower[left] & 255)
                + 2 * (lower[x] & 255)
                + (lower[x + 1] & 255);
        return sum + 4 >> 3;
    }
}
