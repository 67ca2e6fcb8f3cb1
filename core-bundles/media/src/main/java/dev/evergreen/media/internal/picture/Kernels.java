package dev.evergreen.media.internal.picture;

/**
 * The inner loops on 8-bit pixels, four to an int (two lanes of 16 bits at a time).
 *
 * <p>All of them run over {@code int[]} with one index for all arrays and have short bodies: that is the form which the JIT
 * compiler turns into SIMD code. Differing offsets inside the index, mixed array types or bodies of more than about thirty
 * operations stay scalar, ten times slower.
 */
public final class Kernels {
    private static final int EVEN = 0x00FF00FF;
    private static final int ODD = ~EVEN;
    private static final int HALF = 0x00800080;

    /** 64 * 128 + 64 in both lanes, so that cubic sums with negative weights stay positive. */
    private static final int BIAS = 0x20402040;

    private static final int NINE_BITS = 0x01FF01FF;
    private static final int SIGNS = 0x80008000;
    private static final int SIXTY_FOUR = 0x00400040;
    private static final int TOP = 0x7F007F00;
    private static final int NINTH = 0x01000100;

    /** Catmull-Rom weights for 256 fractions, times 128, as four signed bytes; they add up to 128. */
    private static final int[] WEIGHTS = weights();

    private static final long PAIRS = 0x0000FFFF0000FFFFL;
    private static final long BYTES = 0x00FF00FF00FF00FFL;

    private Kernels() {}

    /** out = a + (b - a) * share / 256, for a share of 0 to 256. */
    public static void mix(int[] a, int[] b, int share, int[] out, int n) {
        for (int i = 0; i < n; i++) {
            int p = a[i];
            int q = b[i];
            int even = p & EVEN;
            int odd = p >>> 8 & EVEN;
            out[i] = (even << 8) + ((q & EVEN) - even) * share + HALF >>> 8 & EVEN
                    | (p & ODD) + ((q >>> 8 & EVEN) - odd) * share + HALF & ODD;
        }
    }

    /**
     * out = what lies at a fractional position between lines b and c, from one index to before another.
     *
     * @param fraction 0 to 255 of 256
     */
    static void cubic(
            int[] a, int[] b, int[] c, int[] d, int fraction, int[] out, int from, int to, int[] even, int[] odd) {
        int w = WEIGHTS[fraction];
        int w0 = (byte) w;
        int w1 = w >> 8 & 255;
        int w2 = w >> 16 & 255;
        int w3 = w >> 24;
        even(a, b, c, d, w0, w1, w2, w3, even, from, to);
        odd(a, b, c, d, w0, w1, w2, w3, odd, from, to);
        clamp(even, even, from, to);
        join(even, odd, out, from, to);
    }

    private static void even(
            int[] a, int[] b, int[] c, int[] d, int w0, int w1, int w2, int w3, int[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] = (a[i] & EVEN) * w0 + (b[i] & EVEN) * w1 + (c[i] & EVEN) * w2 + (d[i] & EVEN) * w3 + BIAS;
        }
    }

    private static void odd(
            int[] a, int[] b, int[] c, int[] d, int w0, int w1, int w2, int w3, int[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] = (a[i] >>> 8 & EVEN) * w0
                    + (b[i] >>> 8 & EVEN) * w1
                    + (c[i] >>> 8 & EVEN) * w2
                    + (d[i] >>> 8 & EVEN) * w3
                    + BIAS;
        }
    }

    /** Both lanes: the biased sum over 128, held to 0 to 255. */
    private static void clamp(int[] sum, int[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            int x = (sum[i] >>> 7 & NINE_BITS | SIGNS) - SIXTY_FOUR;
            int positive = (x & SIGNS) >>> 15;
            x &= (positive << 15) - positive;
            int above = (x + TOP & SIGNS) >>> 15;
            out[i] = x & EVEN | (above << 8) - above;
        }
    }

    /** The odd lanes, held as {@link #clamp} does, beside the even ones, which are. */
    private static void join(int[] even, int[] sum, int[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            int x = (sum[i] >>> 7 & NINE_BITS | SIGNS) - SIXTY_FOUR;
            int positive = (x & SIGNS) >>> 15;
            x &= (positive << 15) - positive;
            int above = (x + TOP & SIGNS) >>> 15;
            out[i] = even[i] | (x & EVEN | (above << 8) - above) << 8;
        }
    }

    /**
     * out = value + below * (1 - alpha), for premultiplied values, from one index to before another.
     *
     * @param alpha 0 to 255 for each pixel
     * @param out may be {@code below}
     * @param even scratch memory
     * @param odd scratch memory
     */
    static void over(int[] below, int[] value, int[] alpha, int[] out, int[] even, int[] odd, int from, int to) {
        leftEven(alpha, even, from, to);
        timesEven(below, even, even, from, to);
        leftOdd(alpha, odd, from, to);
        timesOdd(below, odd, odd, from, to);
        for (int i = from; i < to; i++) {
            int e = (value[i] & EVEN) + even[i];
            int o = (value[i] >>> 8 & EVEN) + odd[i];
            int tooMuchEven = e & NINTH;
            int tooMuchOdd = o & NINTH;
            out[i] = (e | tooMuchEven - (tooMuchEven >>> 8)) & EVEN
                    | ((o | tooMuchOdd - (tooMuchOdd >>> 8)) & EVEN) << 8;
        }
    }

    /** What alpha leaves of the picture below, 0 to 256, in the even lanes. */
    private static void leftEven(int[] alpha, int[] left, int from, int to) {
        for (int i = from; i < to; i++) {
            int a = alpha[i] & EVEN;
            left[i] = NINTH - a - (a >>> 7 & 0x00010001);
        }
    }

    private static void leftOdd(int[] alpha, int[] left, int from, int to) {
        for (int i = from; i < to; i++) {
            int a = alpha[i] >>> 8 & EVEN;
            left[i] = NINTH - a - (a >>> 7 & 0x00010001);
        }
    }

    private static void timesEven(int[] pixels, int[] left, int[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = ((pixels[i] & 255) * (left[i] & 0x1FF) + 128 >>> 8)
                    + (((pixels[i] >>> 16 & 255) * (left[i] >>> 16) + 128 & 0xFF00) << 8);
        }
    }

    private static void timesOdd(int[] pixels, int[] left, int[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = ((pixels[i] >>> 8 & 255) * (left[i] & 0x1FF) + 128 >>> 8)
                    + (((pixels[i] >>> 24) * (left[i] >>> 16) + 128 & 0xFF00) << 8);
        }
    }

    /** Whether alpha is clear, opaque or in between. */
    static byte coverage(int[] alpha, int from, int to) {
        int all = -1;
        int any = 0;
        for (int i = from; i < to; i++) {
            all &= alpha[i];
            any |= alpha[i];
        }
        return any == 0 ? Coverage.CLEAR : all == -1 ? Coverage.OPAQUE : Coverage.MIXED;
    }

    /** out = plane * share / 256 in every pixel. */
    static void scale(int[] pixels, int share, int[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = (pixels[i] & EVEN) * share + HALF >>> 8 & EVEN | (pixels[i] >>> 8 & EVEN) * share + HALF & ODD;
        }
    }

    /**
     * Turns sixteen columns into rows. So many, because finding a row takes as long as filling in eight pixels of it.
     *
     * @param columns sixteen of them from {@code first} on, four vertically neighbouring pixels to an int
     * @param from rows, in fours
     * @param to rows, in fours
     * @param rows where they go, four ints from {@code at} on
     */
    static void transpose(int[][] columns, int first, int from, int to, int[][] rows, int at) {
        int[] c0 = columns[first];
        int[] c1 = columns[first + 1];
        int[] c2 = columns[first + 2];
        int[] c3 = columns[first + 3];
        int[] c4 = columns[first + 4];
        int[] c5 = columns[first + 5];
        int[] c6 = columns[first + 6];
        int[] c7 = columns[first + 7];
        int[] c8 = columns[first + 8];
        int[] c9 = columns[first + 9];
        int[] c10 = columns[first + 10];
        int[] c11 = columns[first + 11];
        int[] c12 = columns[first + 12];
        int[] c13 = columns[first + 13];
        int[] c14 = columns[first + 14];
        int[] c15 = columns[first + 15];
        for (int k = from; k < to; k++) {
            // low half of each long: column j, high half: column j + 4; so rows come out as pairs of ints
            long a = pair(c0[k], c4[k]);
            long b = pair(c1[k], c5[k]);
            long c = pair(c2[k], c6[k]);
            long d = pair(c3[k], c7[k]);
            long x = (a >>> 8 ^ b) & BYTES;
            b ^= x;
            a ^= x << 8;
            x = (c >>> 8 ^ d) & BYTES;
            d ^= x;
            c ^= x << 8;
            x = (a >>> 16 ^ c) & PAIRS;
            c ^= x;
            a ^= x << 16;
            x = (b >>> 16 ^ d) & PAIRS;
            d ^= x;
            b ^= x << 16;
            long e = pair(c8[k], c12[k]);
            long f = pair(c9[k], c13[k]);
            long g = pair(c10[k], c14[k]);
            long h = pair(c11[k], c15[k]);
            x = (e >>> 8 ^ f) & BYTES;
            f ^= x;
            e ^= x << 8;
            x = (g >>> 8 ^ h) & BYTES;
            h ^= x;
            g ^= x << 8;
            x = (e >>> 16 ^ g) & PAIRS;
            g ^= x;
            e ^= x << 16;
            x = (f >>> 16 ^ h) & PAIRS;
            h ^= x;
            f ^= x << 16;
            put(rows[4 * k], at, a, e);
            put(rows[4 * k + 1], at, b, f);
            put(rows[4 * k + 2], at, c, g);
            put(rows[4 * k + 3], at, d, h);
        }
    }

    private static long pair(int low, int high) {
        return low & 0xFFFFFFFFL | (long) high << 32;
    }

    private static void put(int[] row, int at, long left, long right) {
        row[at] = (int) left;
        row[at + 1] = (int) (left >>> 32);
        row[at + 2] = (int) right;
        row[at + 3] = (int) (right >>> 32);
    }

    private static int[] weights() {
        int[] weights = new int[256];
        for (int i = 0; i < 256; i++) {
            double f = i / 256.0;
            double f2 = f * f;
            double f3 = f2 * f;
            int w0 = (int) Math.round(128 * (-.5 * f3 + f2 - .5 * f));
            int w1 = (int) Math.round(128 * (1.5 * f3 - 2.5 * f2 + 1));
            int w3 = (int) Math.round(128 * (.5 * f3 - .5 * f2));
            weights[i] = w0 & 255 | w1 << 8 | (128 - w0 - w1 - w3) << 16 | w3 << 24;
        }
        return weights;
    }
}
