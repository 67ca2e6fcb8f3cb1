package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Draws planes larger or smaller. Each pixel is the mean of the piece of the source that it covers, at least one source pixel wide: an
 * exact average when the picture shrinks, and linear interpolation when it grows. One thread at a time.
 */
public final class Scaling {
    /** Of a weight in the vertical sum: the sum of a row of 8192 pixels stays in an int. */
    private static final int ONE = 1 << 9;

    private int[] packed = {};
    private int[][] sums = new int[4][0];
    private int[] integral = {};
    private int[] lefts = {};
    private int[] rights = {};
    private float[] leftShares = {};
    private float[] rightShares = {};
    private float[] scales = {};

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
        double left = box.left() * target.width();
        double top = box.top() * target.height();
        double width = box.width() * target.width();
        double height = box.height() * target.height();
        int fromX = first(left);
        int toX = Math.min(target.width(), first(left + width));
        int fromY = first(top);
        int toY = Math.min(target.height(), first(top + height));
        if (fromX >= toX || fromY >= toY) {
            return;
        }
        prepare(source.width(), toX);
        windows(fromX, toX, left, source.width() / width, source.width());
        double step = source.height() / height;
        double half = Math.max(0.5, step / 2);
        for (int y = fromY; y < toY; y++) {
            double middle = (y + 0.5 - top) * step;
            double from = Math.max(0, Math.min(source.height() - 0.5, middle - half));
            double to = Math.max(from + 0.5, Math.min(source.height(), middle + half));
            double total = sumRows(source, from, to);
            integrate(source.width());
            write(target, y, fromX, toX, total);
        }
    }

    /** The first pixel whose centre is at or past a place. */
    private static int first(double place) {
        return (int) Math.max(0, Math.ceil(place - 0.5));
    }

    private void prepare(int sourceWidth, int targetWidth) {
        int n = (sourceWidth + 3) / 4;
        if (packed.length != n) {
            packed = new int[n];
            sums = new int[4][n];
            integral = new int[4 * n + 2];
        }
        if (lefts.length < targetWidth) {
            lefts = new int[targetWidth];
            rights = new int[targetWidth];
            leftShares = new float[targetWidth];
            rightShares = new float[targetWidth];
            scales = new float[targetWidth];
        }
    }

    private void windows(int fromX, int toX, double left, double step, int sourceWidth) {
        double half = Math.max(0.5, step / 2);
        for (int x = fromX; x < toX; x++) {
            double middle = (x + 0.5 - left) * step;
            double from = Math.max(0, Math.min(sourceWidth - 0.5, middle - half));
            double to = Math.max(from + 0.5, Math.min(sourceWidth, middle + half));
            lefts[x] = (int) from;
            leftShares[x] = (float) (from - lefts[x]);
            rights[x] = (int) to;
            rightShares[x] = (float) (to - rights[x]);
            scales[x] = (float) (1 / (to - from));
        }
    }

    /** Adds up the rows from one place to another; returns what the weights add up to. */
    private double sumRows(Plane source, double from, double to) {
        for (int[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        int total = 0;
        int last = Math.min(source.height() - 1, (int) Math.ceil(to) - 1);
        // Many rows to a pixel share the weight, so that their sum stays in an int.
        double one = ONE / Math.max(1, to - from);
        for (int y = (int) from; y <= last; y++) {
            int weight = (int) Math.round((Math.min(to, y + 1) - Math.max(from, y)) * one);
            if (weight > 0) {
                source.read(y, packed);
                add(packed, weight, sums[0], sums[1], sums[2], sums[3]);
                total += weight;
            }
        }
        return total;
    }

    private static void add(int[] row, int weight, int[] sum0, int[] sum1, int[] sum2, int[] sum3) {
        for (int i = 0; i < row.length; i++) {
            sum0[i] += (row[i] & 0xff) * weight;
            sum1[i] += (row[i] >>> 8 & 0xff) * weight;
            sum2[i] += (row[i] >>> 16 & 0xff) * weight;
            sum3[i] += (row[i] >>> 24) * weight;
        }
    }

    private void integrate(int width) {
        int[] sum0 = sums[0];
        int[] sum1 = sums[1];
        int[] sum2 = sums[2];
        int[] sum3 = sums[3];
        int sum = 0;
        int n = (width + 3) / 4;
        for (int i = 0; i < n; i++) {
            int second = sum + sum0[i];
            int third = second + sum1[i];
            int fourth = third + sum2[i];
            sum = fourth + sum3[i];
            integral[4 * i + 1] = second;
            integral[4 * i + 2] = third;
            integral[4 * i + 3] = fourth;
            integral[4 * i + 4] = sum;
        }
    }

    private void write(Plane target, int y, int fromX, int toX, double total) {
        ByteBuffer data = target.data();
        int at = y * target.stride();
        float unit = (float) (1 / total);
        for (int x = fromX; x < toX; x++) {
            int left = lefts[x];
            int right = rights[x];
            float value = integral[right]
                    - integral[left]
                    + rightShares[x] * (integral[right + 1] - integral[right])
                    - leftShares[x] * (integral[left + 1] - integral[left]);
            data.put(at + x, (byte) (int) (value * scales[x] * unit + 0.5f));
        }
    }
}
