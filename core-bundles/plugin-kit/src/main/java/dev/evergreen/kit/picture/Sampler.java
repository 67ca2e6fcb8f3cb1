package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Moves pictures by fractions of pixels: bilinear, from a smaller copy where the picture shrinks. Of each row the piece is known that
 * comes from within the source, so that its loop asks nothing; where rows stay rows, two of them are mixed first. Not thread-safe.
 */
public final class Sampler {
    private static final int ONE = 1 << 16;

    /** Two neighbouring pixels at once, the left one in the lower byte. */
    private static final VarHandle PAIRS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** Pixels beyond the edges whose colours are as they should; further away, where all is clear, one stands for the rest. */
    private static final int MARGIN = 8;

    private final Pixels[] whole = new Pixels[4];
    private byte[] row = {};
    private int[] ahead = {};
    private int[] below = {};
    private int[] indices = {};
    private int[] fours = {};
    private byte[] line = {};
    private int[] upper = {};
    private int[] lower = {};

    /** A plane's place in the luma plane: its pixel {@code i} lies at {@code i * step + offset}. */
    private record Siting(double step, double offsetX, double offsetY) {
        static final Siting LUMA = new Siting(1, 0.5, 0.5);
        /** Chroma is sited on every other column and between two rows. */
        static final Siting CHROMA = new Siting(2, 0.5, 1);
    }

    /**
     * Where the pixels of a row come from, in 65536ths of pixels.
     *
     * @param x of the first
     * @param y of the first
     * @param stepX from one to the next
     * @param stepY from one to the next
     */
    private record Line(long x, long y, long stepX, long stepY) {}

    /**
     * Draws a frame. Beyond its edges it is clear where the target has alpha; else it repeats its edges.
     *
     * @param target to be written completely
     */
    public void draw(VideoFrame source, Affine from, VideoFrame target) {
        Plane alpha = target.alpha();
        int margin = alpha == null ? Integer.MAX_VALUE : MARGIN;
        for (int i = 0; i < 3; i++) {
            draw(i, source.plane(i), i == 0 ? Siting.LUMA : Siting.CHROMA, from, target.plane(i), margin);
        }
        if (alpha != null) {
            Plane shape = source.alpha() == null || opaque(source.alpha()) ? null : source.alpha();
            draw(3, shape, Siting.LUMA, from, alpha, 0);
        }
    }

    private static boolean opaque(Plane alpha) {
        byte[] line = new byte[alpha.width()];
        byte[] full = new byte[alpha.width()];
        Arrays.fill(full, (byte) 255);
        for (int y = 0; y < alpha.height(); y++) {
            alpha.data().get(y * alpha.stride(), line);
            if (!Arrays.equals(line, full)) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param index of the plane; 3 is alpha, which is clear outside
     * @param source null where it is opaque
     * @param margin pixels around the source beyond which nobody sees the colours
     */
    private void draw(int index, @Nullable Plane source, Siting siting, Affine from, Plane target, int margin) {
        int width = target.width();
        if (row.length < width) {
            row = new byte[width];
            ahead = new int[width];
            below = new int[width];
            indices = new int[width];
            fours = new int[width];
        }
        boolean rowsStay = source != null && from.yx() == 0 && from.scale() < 1.5;
        Pixels pixels = source == null || rowsStay ? null : copy(index, source);
        int sourceWidth = source == null ? width : source.width();
        int sourceHeight = source == null ? target.height() : source.height();
        double size = 1;
        while (from.scale() / size >= 1.5 && sourceWidth > 1 && sourceHeight > 1) {
            pixels = pixels == null ? null : pixels.halved();
            sourceWidth = (sourceWidth + 1) / 2;
            sourceHeight = (sourceHeight + 1) / 2;
            size *= 2;
        }
        // A point of the outcome in the source, in pixels of this plane's copy: the centre of copy's pixel i is at i.
        double shift = (size - 1) / 2;
        steps(fixed(from.xx() / size), ahead);
        steps(fixed(from.yx() / size), below);
        for (int y = 0; y < target.height(); y++) {
            double atY = y * siting.step + siting.offsetY;
            double startX = from.xx() * siting.offsetX + from.xy() * atY + from.x0();
            double startY = from.yx() * siting.offsetX + from.yy() * atY + from.y0();
            Line places = new Line(
                    fixed(((startX - siting.offsetX) / siting.step - shift) / size),
                    fixed(((startY - siting.offsetY) / siting.step - shift) / size),
                    fixed(from.xx() / size),
                    fixed(from.yx() / size));
            boolean everywhere = margin == Integer.MAX_VALUE;
            int around = everywhere ? 0 : margin;
            int begin = everywhere
                    ? 0
                    : Math.min(width, first(places, -1 - around, sourceWidth + around, sourceHeight + around));
            int end = everywhere
                    ? width
                    : Math.max(begin, end(places, -1 - around, sourceWidth + around, sourceHeight + around, width));
            int inner = Math.max(begin, first(places, 0, sourceWidth - 1, sourceHeight - 1));
            int outer = Math.min(end, end(places, 0, sourceWidth - 1, sourceHeight - 1, width));
            if (inner >= outer) {
                inner = begin;
                outer = begin;
            }
            if (source == null) {
                Arrays.fill(row, inner, outer, (byte) 255);
            } else if (pixels != null) {
                inside(pixels, places, inner, outer);
            } else {
                across(source, places, inner, outer);
            }
            Edge edge = new Edge(source, pixels, sourceWidth, sourceHeight, index == 3);
            edge.draw(places, begin, inner, row);
            edge.draw(places, outer, end, row);
            boolean nothing = index == 3 || begin == end;
            Arrays.fill(row, 0, begin, nothing ? 0 : row[begin]);
            Arrays.fill(row, end, width, nothing ? 0 : row[end - 1]);
            target.data().put(y * target.stride(), row, 0, width);
        }
    }

    private Pixels copy(int index, Plane source) {
        Pixels kept = whole[index];
        if (kept == null || kept.width() != source.width() || kept.height() != source.height()) {
            kept = new Pixels(source.width(), source.height());
            whole[index] = kept;
        }
        kept.read(source);
        return kept;
    }

    private static long fixed(double value) {
        return Math.round(value * ONE);
    }

    /** The first pixel of a row whose place is at or past {@code least} and before both limits; beyond the row if there is none. */
    private static int first(Line places, int least, int limitX, int limitY) {
        return (int)
                Math.max(first(places.x, places.stepX, least, limitX), first(places.y, places.stepY, least, limitY));
    }

    private static long first(long start, long step, int least, int limit) {
        long low = (long) least * ONE;
        long high = (long) limit * ONE - 1;
        if (step == 0) {
            return start >= low && start <= high ? 0 : Integer.MAX_VALUE;
        }
        long place = step > 0 ? -Math.floorDiv(start - low, step) : -Math.floorDiv(high - start, -step);
        return Math.max(0, Math.min(Integer.MAX_VALUE, place));
    }

    /** The first pixel after those. */
    private static int end(Line places, int least, int limitX, int limitY, int width) {
        return (int) Math.min(
                width,
                Math.min(end(places.x, places.stepX, least, limitX), end(places.y, places.stepY, least, limitY)));
    }

    private static long end(long start, long step, int least, int limit) {
        long low = (long) least * ONE;
        long high = (long) limit * ONE - 1;
        if (step == 0) {
            return start >= low && start <= high ? Integer.MAX_VALUE : 0;
        }
        long place = step > 0 ? Math.floorDiv(high - start, step) + 1 : Math.floorDiv(start - low, -step) + 1;
        return Math.max(0, Math.min(Integer.MAX_VALUE, place));
    }

    private static void steps(long step, int[] steps) {
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (int) (step * i);
        }
    }

    /**
     * Pixels whose four neighbours are all within the picture. In three steps, of which the first and the last become vector instructions:
     * where they lie, what lies there, and what is between.
     */
    private void inside(Pixels pixels, Line places, int from, int to) {
        if (from >= to) {
            return;
        }
        int x = (int) places.x;
        int y = (int) places.y;
        find(ahead, below, x, y, pixels.width(), indices, from, to);
        gather(pixels.values(), pixels.width(), indices, fours, from, to);
        mix(ahead, below, x, y, fours, from, to);
        for (int i = from; i < to; i++) {
            row[i] = (byte) fours[i];
        }
    }

    private static void find(int[] ahead, int[] below, int x, int y, int width, int[] indices, int from, int to) {
        for (int i = from; i < to; i++) {
            indices[i] = (below[i] + y >> 16) * width + (ahead[i] + x >> 16);
        }
    }

    /** Four neighbours to an int: those on the left in the lower half's low byte and in the upper half's. */
    private static void gather(byte[] values, int width, int[] indices, int[] fours, int from, int to) {
        for (int i = from; i < to; i++) {
            int at = indices[i];
            fours[i] = (short) PAIRS.get(values, at) & 0xffff | (short) PAIRS.get(values, at + width) << 16;
        }
    }

    private static void mix(int[] ahead, int[] below, int x, int y, int[] fours, int from, int to) {
        for (int i = from; i < to; i++) {
            int shareX = ahead[i] + x >> 8 & 255;
            int shareY = below[i] + y >> 8 & 255;
            int both = (fours[i] & Rows.LOW) * (256 - shareX) + (fours[i] >>> 8 & Rows.LOW) * shareX;
            fours[i] = (both & 0xffff) * (256 - shareY) + (both >>> 16) * shareY + 32768 >> 16;
        }
    }

    /** Pixels that all lie between the same two rows of the source. */
    private void across(Plane source, Line places, int from, int to) {
        if (from >= to) {
            return;
        }
        int n = (source.width() + 3) / 4;
        if (upper.length != n) {
            upper = new int[n];
            lower = new int[n];
            line = new byte[4 * n];
        }
        int y = (int) (places.y >> 16);
        int share = (int) (places.y >> 8) & 255;
        source.read(y, upper);
        source.read(y + 1, lower);
        Rows.mix(upper, lower, share, upper);
        ByteBuffer.wrap(line).order(ByteOrder.nativeOrder()).asIntBuffer().put(0, upper, 0, n);
        between(line, (int) (places.x + places.stepX * from), (int) places.stepX, row, from, to);
    }

    private static void between(byte[] line, int start, int step, byte[] row, int from, int to) {
        int x = start;
        for (int i = from; i < to; i++) {
            int pair = (short) PAIRS.get(line, x >> 16);
            int left = pair & 0xff;
            row[i] = (byte) ((left << 8) + ((pair >>> 8 & 0xff) - left) * (x >> 8 & 255) + 128 >> 8);
            x += step;
        }
    }

    /** Pixels that have neighbours outside of the source. */
    private record Edge(@Nullable Plane plane, @Nullable Pixels pixels, int width, int height, boolean clearOutside) {
        void draw(Line places, int from, int to, byte[] row) {
            for (int i = from; i < to; i++) {
                long x = places.x + places.stepX * i;
                long y = places.y + places.stepY * i;
                int shareX = (int) (x >> 8) & 255;
                int shareY = (int) (y >> 8) & 255;
                int column = (int) Math.max(-2, Math.min(width, x >> 16));
                int line = (int) Math.max(-2, Math.min(height, y >> 16));
                int above = value(column, line) * (256 - shareX) + value(column + 1, line) * shareX;
                int below = value(column, line + 1) * (256 - shareX) + value(column + 1, line + 1) * shareX;
                row[i] = (byte) (above * (256 - shareY) + below * shareY + 32768 >> 16);
            }
        }

        private int value(int x, int y) {
            if (clearOutside && (x < 0 || y < 0 || x >= width || y >= height)) {
                return 0;
            }
            int column = Math.max(0, Math.min(width - 1, x));
            int line = Math.max(0, Math.min(height - 1, y));
            if (pixels != null) {
                return pixels.values()[line * width + column] & 255;
            }
            return plane == null ? 255 : plane.data().get(line * plane.stride() + column) & 255;
        }
    }
}
