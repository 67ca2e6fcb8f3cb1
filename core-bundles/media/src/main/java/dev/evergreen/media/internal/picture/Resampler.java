package dev.evergreen.media.internal.picture;

/**
 * Resamples planes at fractional positions with separable Catmull-Rom filtering (Keys' cubic, a = -1/2): the horizontal step
 * blends neighbouring columns of the source, byte transposes give rows, the vertical step blends rows. Positions outside
 * the plane see its edge. Not thread-safe: it holds one worker's scratch memory.
 */
public final class Resampler {
    private static final int STRIP = 64;

    /** Where blended columns go, and the columns of the current strip: those, or the source's own where nothing is blended. */
    private final int[][] blended = new int[STRIP][0];

    private final int[][] strip = new int[STRIP][0];
    private int[][] rows = new int[0][0];
    private int[] out = new int[0];
    private int[] even = new int[0];
    private int[] odd = new int[0];

    /** Takes finished rows. */
    @FunctionalInterface
    public interface Rows {
        /**
         * @param y the row, from 0
         * @param pixels four to an int, the leftmost in the lowest byte; valid during the call, not to be written to
         * @param ints how many of them
         */
        void row(int y, int[] pixels, int ints);
    }

    /**
     * Resamples to {@code width} x {@code height} pixels.
     *
     * @param width of the outcome; rows come rounded up to whole ints
     */
    public void resample(Columns source, Axis horizontal, Axis vertical, int width, int height, Rows target) {
        begin(source, width);
        for (int x = 0; x < width; x += STRIP) {
            across(source, horizontal, vertical, x, Math.min(STRIP, width - x), 0, height);
        }
        int ints = (width + 3) / 4;
        for (int y = 0; y < height; y++) {
            target.row(y, down(source, vertical.at(y), out, 0, ints), ints);
        }
    }

    /** Makes room for an outcome that is {@code width} pixels wide. */
    void begin(Columns source, int width) {
        int ints = source.column[0].length;
        int rowInts = (width + STRIP - 1) / STRIP * (STRIP / 4);
        if (blended[0].length < ints) {
            for (int i = 0; i < STRIP; i++) {
                blended[i] = new int[ints];
            }
        }
        int have = rows.length == 0 ? 0 : rows[0].length;
        if (rows.length < ints * 4 || have < rowInts) {
            rows = new int[Math.max(ints * 4, rows.length)][Math.max(rowInts, have)];
        }
        if (out.length < rowInts) {
            out = new int[rowInts];
        }
        int longest = Math.max(ints, rowInts);
        if (even.length < longest) {
            even = new int[longest];
            odd = new int[longest];
        }
    }

    /**
     * The horizontal step for the outcome's pixels {@code x} to {@code x + count}, as far as rows {@code y0} to before
     * {@code y1} of the outcome need it.
     *
     * @param x a multiple of 64
     * @param count 1 to 64
     */
    void across(Columns source, Axis horizontal, Axis vertical, int x, int count, int y0, int y1) {
        int eights = source.column[0].length / 2;
        int from = Math.min(eights - 1, Math.max(0, (int) Math.floor(vertical.at(y0) - 2) >> 3));
        int to = Math.max(from + 1, Math.min(eights, ((int) Math.ceil(vertical.at(y1 - 1) + 3) >> 3) + 1));
        for (int j = 0; j < count; j++) {
            strip[j] = blend(source.column, source.width, horizontal.at(x + j), blended[j], 2 * from, 2 * to);
        }
        // What follows the last column in its int is drawn, too: the edge goes on.
        for (int j = count; j < (count + 15 & ~15); j++) {
            strip[j] = strip[count - 1];
        }
        for (int k = from; k < to; k += 8) {
            for (int g = 0; g < count; g += 16) {
                Kernels.transpose(strip, g, 2 * k, 2 * Math.min(k + 8, to), rows, x + g >> 2);
            }
        }
    }

    /** The vertical step: ints {@code from} to before {@code to} of a row, in {@code result} or in an own array. */
    int[] down(Columns source, double position, int[] result, int from, int to) {
        return blend(rows, source.height, position, result, from, to);
    }

    /** The line at a position: one of the lines where it is whole, else {@code result}. */
    private int[] blend(int[][] lines, int count, double position, int[] result, int from, int to) {
        double held = Math.max(0, Math.min(count - 1, position));
        int fixed = (int) (held * 256 + .5);
        int i = fixed >> 8;
        if ((fixed & 255) == 0) {
            return lines[i];
        }
        Kernels.cubic(
                lines[Math.max(i - 1, 0)],
                lines[i],
                lines[Math.min(i + 1, count - 1)],
                lines[Math.min(i + 2, count - 1)],
                fixed & 255,
                result,
                from,
                to,
                even,
                odd);
        return result;
    }
}
