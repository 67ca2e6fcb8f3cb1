package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Draws planes larger or smaller. Each pixel is the mean of the piece of the source that it covers, at least one source pixel wide: an
 * exact average when the picture shrinks, and linear interpolation when it grows. Rows are averaged and mixed four pixels to an int; a row
 * that grows sideways does so once, however many rows of the target show it. One thread at a time.
 */
public final class Scaling {
    private int[] packed = {};
    private int[] even = {};
    private int[] odd = {};
    private byte[] row = {};
    private ByteBuffer rowBytes = ByteBuffer.wrap(row);
    private int[][] wide = new int[2][0];
    private final int[] wideRow = new int[2];
    private int[] mixed = {};
    private int[] old = {};

    /**
     * Where a whole picture lies on the target, as shares of the target's sides; it may reach beyond them.
     *
     * @param width above 0
     * @param height above 0
     */
    public record Box(double left, double top, double width, double height) {
        public static final Box FULL = new Box(0, 0, 1, 1);

        /** Around the middle, {@code scale} times as large as the target. */
        public static Box centred(double scale) {
            return new Box(0.5 - scale / 2, 0.5 - scale / 2, scale, scale);
        }
    }

    /** All three planes. */
    public void draw(VideoFrame source, Box box, VideoFrame target) {
        for (int i = 0; i < 3; i++) {
            draw(source.plane(i), box, target.plane(i));
        }
    }

    /** Draws the part of the box that lies on the target; the rest of the target stays as it is. */
    public void draw(Plane source, Box box, Plane target) {
        ScalingAxis across = new ScalingAxis(
                box.left() * target.width(), box.width() * target.width(), source.width(), target.width());
        ScalingAxis down = new ScalingAxis(
                box.top() * target.height(), box.height() * target.height(), source.height(), target.height());
        if (across.empty() || down.empty()) {
            return;
        }
        prepare(source.width(), target.width());
        if (down.grows()) {
            enlarge(source, across, down, target);
        } else {
            shrink(source, across, down, target);
        }
    }

    private void prepare(int sourceWidth, int targetWidth) {
        int n = (sourceWidth + 3) / 4;
        if (packed.length != n) {
            packed = new int[n];
            even = new int[n];
            odd = new int[n];
            // One more, as the last pixel is its own neighbour.
            row = new byte[4 * n + 4];
            rowBytes = ByteBuffer.wrap(row).order(ByteOrder.nativeOrder());
        }
        int m = (targetWidth + 3) / 4;
        if (mixed.length != m) {
            wide = new int[2][m];
            mixed = new int[m];
            old = new int[m];
        }
        Arrays.fill(wideRow, -1);
    }

    /** Every row of the target lies between two of the source. */
    private void enlarge(Plane source, ScalingAxis across, ScalingAxis down, Plane target) {
        int last = source.height() - 1;
        for (int y = down.first(); y < down.end(); y++) {
            int upper = down.low(y);
            int share = down.share(y);
            int[] above = widened(source, upper, across);
            if (share == 0 || upper == last) {
                write(target, y, above, across);
                continue;
            }
            Rows.mix(above, widened(source, upper + 1, across), share, mixed);
            write(target, y, mixed, across);
        }
    }

    /** A row of the source as wide as on the target; two are kept, as the next row of the target mostly needs the same. */
    private int[] widened(Plane source, int y, ScalingAxis across) {
        int slot = y & 1;
        if (wideRow[slot] != y) {
            if (across.same()) {
                source.read(y, wide[slot]);
            } else {
                source.data().get(y * source.stride(), row, 0, source.width());
                row[source.width()] = row[source.width() - 1];
                across.resample(row, wide[slot]);
            }
            wideRow[slot] = y;
        }
        return wide[slot];
    }

    /** Every row of the target is the mean of several of the source. */
    private void shrink(Plane source, ScalingAxis across, ScalingAxis down, Plane target) {
        int width = source.width();
        for (int y = down.first(); y < down.end(); y++) {
            average(source, down.from(y), down.to(y));
            if (across.same()) {
                write(target, y, packed, across);
                continue;
            }
            rowBytes.asIntBuffer().put(0, packed, 0, packed.length);
            row[width] = row[width - 1];
            across.resample(row, mixed);
            write(target, y, mixed, across);
        }
    }

    /**
     * The mean of the rows from one place to another. The weights add up to exactly 256, so that the sums stay in 16 bits; of more
     * than 256 rows some stand for all.
     */
    private void average(Plane source, double from, double to) {
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        int last = Math.min(source.height() - 1, (int) Math.ceil(to) - 1);
        int spent = 0;
        for (int y = (int) from; y <= last; y++) {
            double done = y == last ? 1 : (y + 1 - from) / (to - from);
            int weight = (int) Math.round(done * Rows.FULL) - spent;
            if (weight > 0) {
                source.read(y, packed);
                add(packed, weight, even, odd);
                spent += weight;
            }
        }
        join(even, odd, packed);
    }

    private static void add(int[] pixels, int weight, int[] even, int[] odd) {
        for (int i = 0; i < pixels.length; i++) {
            even[i] += (pixels[i] & Rows.LOW) * weight;
            odd[i] += (pixels[i] >>> 8 & Rows.LOW) * weight;
        }
    }

    private static void join(int[] even, int[] odd, int[] mean) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = even[i] + Rows.HALF >>> 8 & Rows.LOW | odd[i] + Rows.HALF & ~Rows.LOW;
        }
    }

    /** Writes the pixels that the box covers. */
    private void write(Plane target, int y, int[] pixels, ScalingAxis across) {
        int first = across.first();
        int end = across.end();
        if (first == 0 && end == target.width()) {
            target.write(y, pixels);
            return;
        }
        target.read(y, old);
        int i = first >> 2;
        int stop = end >> 2;
        int keepBefore = (1 << 8 * (first & 3)) - 1;
        int keepAfter = -1 << 8 * (end & 3);
        if (i == stop) {
            int keep = keepBefore | keepAfter;
            old[i] = old[i] & keep | pixels[i] & ~keep;
        } else {
            old[i] = old[i] & keepBefore | pixels[i] & ~keepBefore;
            System.arraycopy(pixels, i + 1, old, i + 1, stop - i - 1);
            if ((end & 3) != 0) {
                old[stop] = old[stop] & keepAfter | pixels[stop] & ~keepAfter;
            }
        }
        target.write(y, old);
    }
}
