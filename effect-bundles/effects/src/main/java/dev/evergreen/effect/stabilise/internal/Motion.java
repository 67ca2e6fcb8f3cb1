package dev.evergreen.effect.stabilise.internal;

import dev.evergreen.kit.picture.Pixels;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a picture moves from frame to frame: first the shift at which two small copies of luma differ least, from coarse to fine, then
 * turn, size and the rest of the shift by {@link Alignment}. Remembers what it measured by the frames' numbers. Not thread-safe.
 */
final class Motion {
    /** Copies are at most this high, and half and a quarter of it. */
    private static final int HIGHEST = 160;

    /** Pixels of the smallest copy that are searched on either side. */
    private static final int SEARCHED = 5;

    private static final int LEVELS = 3;
    private static final int KEPT = 64;

    private final Map<Long, List<Pixels>> copies = new LinkedHashMap<>();
    private final Map<Long, Similarity> motions = new LinkedHashMap<>();
    private int factor = 1;

    /**
     * Where the pixels of a frame that lies on the smoothed path are in the frame as it is; in pixels from the centre.
     *
     * @param sigma of the Gaussian that smooths, in frames
     */
    Similarity smoothed(List<VideoFrame> window, int position, double sigma) {
        Similarity[] path = new Similarity[window.size()];
        path[0] = Similarity.NONE;
        for (int i = 1; i < path.length; i++) {
            path[i] = path[i - 1].then(between(window.get(i - 1), window.get(i)));
        }
        double turn = 0;
        double size = 0;
        double x = 0;
        double y = 0;
        double weights = 0;
        for (int i = 0; i < path.length; i++) {
            double away = (i - position) / sigma;
            double weight = Math.exp(-away * away / 2);
            weights += weight;
            turn += weight * path[i].turn();
            size += weight * path[i].logSize();
            x += weight * path[i].x();
            y += weight * path[i].y();
        }
        Similarity mean = Similarity.of(turn / weights, size / weights, x / weights, y / weights);
        return mean.inverse().then(path[position]);
    }

    /** Where what is seen has gone from a frame to the next. */
    private Similarity between(VideoFrame before, VideoFrame after) {
        if (before.number() == after.number()) {
            return Similarity.NONE;
        }
        Similarity known = motions.get(after.number());
        if (known == null) {
            known = measured(small(before), small(after));
            remember(motions, after.number(), known);
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

    private Similarity measured(List<Pixels> before, List<Pixels> after) {
        int x = 0;
        int y = 0;
        for (int level = before.size() - 1; level >= 0; level--) {
            boolean coarsest = level == before.size() - 1;
            int[] best = best(before.get(level), after.get(level), 2 * x, 2 * y, coarsest ? SEARCHED : 1);
            x = best[0];
            y = best[1];
        }
        Similarity motion = Similarity.of(0, 0, x, y);
        for (int level = Math.min(1, before.size() - 1); level >= 0; level--) {
            double scale = 1 << level;
            motion = Alignment.refined(before.get(level), after.get(level), motion.scaled(1 / scale))
                    .scaled(scale);
        }
        return motion.scaled(factor);
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
}
