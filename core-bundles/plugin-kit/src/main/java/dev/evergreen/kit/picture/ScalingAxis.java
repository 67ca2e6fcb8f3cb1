package dev.evergreen.kit.picture;

/** Where along one direction the pixels of a drawn picture come from. */
final class ScalingAxis {
    private final int first;
    private final int end;
    private final int length;
    private final double start;
    private final double step;
    private final boolean same;
    /** Growing: each pixel's place among the source's, in 256. */
    private final int[] places;
    /** Shrinking: the first and the last pixel of each piece. */
    private final int[] lows;

    private final int[] highs;
    /** Shrinking: how much of the first pixel is not in the piece and how much of the last is, in 256, and one over the sum, in 2^32. */
    private final int[] lowShares;

    private final int[] highShares;
    private final int[] scales;
    private final int[] sums;

    /**
     * @param start of the box on the target, in pixels
     * @param size of the box, in pixels
     * @param length of the source
     * @param room of the target
     */
    ScalingAxis(double start, double size, int length, int room) {
        this.start = start;
        this.length = length;
        step = length / size;
        first = place(start);
        end = Math.min(room, place(start + size));
        same = start == 0 && length == room && step == 1;
        // Whole ints of four pixels are computed, so that what lies beside the box in them has a place too.
        int n = same || empty() ? 0 : (end + 3) / 4 * 4;
        places = new int[grows() ? n : 0];
        lows = new int[n - places.length];
        highs = new int[lows.length];
        lowShares = new int[lows.length];
        highShares = new int[lows.length];
        scales = new int[lows.length];
        sums = new int[length + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = position(i);
        }
        for (int i = 0; i < lows.length; i++) {
            double from = from(i);
            double to = to(i);
            lows[i] = (int) from;
            highs[i] = (int) to;
            lowShares[i] = (int) Math.round(256 * (from - lows[i]));
            highShares[i] = (int) Math.round(256 * (to - highs[i]));
            scales[i] = (int) (0x1p32 / (256 * (highs[i] - lows[i]) + highShares[i] - lowShares[i]));
        }
    }

    /** The first pixel whose centre is at or past a place. */
    private static int place(double place) {
        return (int) Math.max(0, Math.ceil(place - 0.5));
    }

    /** The first pixel of the target that is drawn. */
    int first() {
        return first;
    }

    /** The first after those that are drawn. */
    int end() {
        return end;
    }

    boolean empty() {
        return first >= end;
    }

    /** Whether the target's pixels are the source's. */
    boolean same() {
        return same;
    }

    /** Whether the picture grows, or stays as large as it is. */
    boolean grows() {
        return step <= 1;
    }

    /** Of a picture that grows: the place of a pixel among the source's, whose centres have their indices, in 256. */
    private int position(int i) {
        double place = (i + 0.5 - start) * step - 0.5;
        return (int) Math.round(256 * Math.max(0, Math.min(length - 1, place)));
    }

    int low(int i) {
        return position(i) >> 8;
    }

    int share(int i) {
        return position(i) & 255;
    }

    /** Of a picture that shrinks: where the piece begins that a pixel covers. */
    double from(int i) {
        return Math.max(0, Math.min(length - 0.5, (i + 0.5 - start) * step - Math.max(0.5, step / 2)));
    }

    double to(int i) {
        return Math.max(from(i) + 0.5, Math.min(length, (i + 0.5 - start) * step + Math.max(0.5, step / 2)));
    }

    /**
     * Draws a row.
     *
     * @param row of the source, and once more its last pixel
     * @param out four pixels to an int
     */
    void resample(byte[] row, int[] out) {
        if (grows()) {
            for (int i = first >> 2; i < places.length >> 2; i++) {
                int x = 4 * i;
                out[i] = between(row, x)
                        | between(row, x + 1) << 8
                        | between(row, x + 2) << 16
                        | between(row, x + 3) << 24;
            }
            return;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += row[i] & 255;
            sums[i + 1] = sum;
        }
        for (int i = first >> 2; i < lows.length >> 2; i++) {
            int x = 4 * i;
            out[i] = mean(row, x) | mean(row, x + 1) << 8 | mean(row, x + 2) << 16 | mean(row, x + 3) << 24;
        }
    }

    private int between(byte[] row, int x) {
        int place = places[x];
        int before = row[place >> 8] & 255;
        return (before << 8) + ((row[(place >> 8) + 1] & 255) - before) * (place & 255) + 128 >> 8;
    }

    private int mean(byte[] row, int x) {
        int low = lows[x];
        int high = highs[x];
        int sum = (sums[high] - sums[low] << 8) + highShares[x] * (row[high] & 255) - lowShares[x] * (row[low] & 255);
        return (int) ((long) sum * scales[x] + (1L << 31) >> 32);
    }
}
