package dev.evergreen.effect.stabilise.internal;

import dev.evergreen.kit.picture.Pixels;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a picture moves from frame to frame: the shift at which two small copies of luma differ least, found from coarse to fine and
 * between pixels by a parabola. Remembers what it measured by the frames' numbers. Not thread-safe.
 */
final class Motion {
    /** Copies are at most this high, and half and a quarter of it. */
    private static final int HIGHEST = 160;

    /** Pixels of the smallest copy that are searched on either side. */
    private static final int SEARCHED = 5;

    private static final int LEVELS = 3;
    private static final int KEPT = 64;

    private final Map<Long, List<Pixels>> copies = new LinkedHashMap<>();
    private final Map<Long, double[]> shifts = new LinkedHashMap<>();
    private int factor = 1;

    /**
     * Where the picture is to be looked at, so that it lies on the smoothed path.
     *
     * @param sigma of the Gaussian that smooths, in frames
     * @return pixels to the right and down
     */
    double[] smoothed(List<VideoFrame> window, int position, double sigma) {
        double[][] path = new double[window.size()][2];
        for (int i = 1; i < path.length; i++) {
            double[] shift = between(window.get(i - 1), window.get(i));
            path[i][0] = path[i - 1][0] + shift[0];
            path[i][1] = path[i - 1][1] + shift[1];
        }
        double[] mean = new double[2];
        double weights = 0;
        for (int i = 0; i < path.length; i++) {
            double away = (i - position) / sigma;
            double weight = Math.exp(-away * away / 2);
            weights += weight;
            mean[0] += weight * path[i][0];
            mean[1] += weight * path[i][1];
        }
        return new double[] {path[position][0] - mean[0] / weights, path[position][1] - mean[1] / weights};
    }

    /** How far what is seen has gone from a frame to the next, in pixels. */
    private double[] between(VideoFrame before, VideoFrame after) {
        if (before.number() == after.number()) {
            return new double[2];
        }
        double[] known = shifts.get(after.number());
        if (known == null) {
            known = measured(small(before), small(after));
            remember(shifts, after.number(), known);
        }
        return known;
    }

    private List<Pixels> small(VideoFrame frame) {
        List<Pixels> known = copies.get(frame.number());
        if (known == null) {
            Pixels pixels = Pixels.of(frame.luma());
            factor = 1;
            while (pixels.height() > HIGHEST) {
                pixels = pixels.halved();
                factor *= 2;
            }
            known = new ArrayList<>();
            known.add(pixels);
            while (known.size() < LEVELS && Math.min(pixels.width(), pixels.height()) >= 8 * SEARCHED) {
                pixels = pixels.halved();
                known.add(pixels);
            }
            remember(copies, frame.number(), known);
        }
        return known;
    }

    private static <T> void remember(Map<Long, T> map, long number, T value) {
        map.put(number, value);
        if (map.size() > KEPT) {
            map.remove(map.keySet().iterator().next());
        }
    }

    private double[] measured(List<Pixels> before, List<Pixels> after) {
        int x = 0;
        int y = 0;
        for (int level = before.size() - 1; level >= 0; level--) {
            boolean coarsest = level == before.size() - 1;
            int[] best = best(before.get(level), after.get(level), 2 * x, 2 * y, coarsest ? SEARCHED : 1);
            x = best[0];
            y = best[1];
        }
        Pixels a = before.get(0);
        Pixels b = after.get(0);
        double here = difference(a, b, x, y);
        double across = vertex(difference(a, b, x - 1, y), here, difference(a, b, x + 1, y));
        double down = vertex(difference(a, b, x, y - 1), here, difference(a, b, x, y + 1));
        return new double[] {(x + across) * factor, (y + down) * factor};
    }

    private static int[] best(Pixels before, Pixels after, int x, int y, int reach) {
        int[] best = {x, y};
        double least = Double.MAX_VALUE;
        for (int i = -reach; i <= reach; i++) {
            for (int j = -reach; j <= reach; j++) {
                double difference = difference(before, after, x + i, y + j);
                if (difference < least) {
                    least = difference;
                    best = new int[] {x + i, y + j};
                }
            }
        }
        return best;
    }

    /** Mean absolute difference where both pictures overlap, of what has gone {@code (x, y)} pixels. */
    private static double difference(Pixels before, Pixels after, int x, int y) {
        int left = Math.max(0, -x);
        int right = Math.min(before.width(), before.width() - x);
        int top = Math.max(0, -y);
        int bottom = Math.min(before.height(), before.height() - y);
        if (right - left < before.width() / 2 || bottom - top < before.height() / 2) {
            return Double.MAX_VALUE;
        }
        long sum = 0;
        for (int row = top; row < bottom; row++) {
            int from = row * before.width();
            int to = (row + y) * before.width() + x;
            for (int column = left; column < right; column++) {
                sum += Math.abs((before.values()[from + column] & 255) - (after.values()[to + column] & 255));
            }
        }
        return (double) sum / ((long) (right - left) * (bottom - top));
    }

    /** Where the parabola through three values has its lowest point, from -0.5 to 0.5. */
    private static double vertex(double before, double here, double after) {
        double bend = before - 2 * here + after;
        boolean lowest = before >= here && after >= here && bend > 1e-9 && bend < 1e6;
        return lowest ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
    }
}
