package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;

/**
 * Says of every pixel when it turns from one picture to the next. It is computed once and kept in 16 bits a pixel, so that a frame costs a
 * comparison with the clock and a mix; rows that show one picture alone are copied. For all threads; as computing it takes as long as
 * many frames do, a plugin keeps its latest mattes, see {@link Kept}.
 */
public final class Matte {
    /** How many mattes a plugin best keeps; one of 1080 lines takes 6 MB. */
    public static final int KEPT = 4;

    /** The whole way in the units of the kept times. */
    private static final int WAY = 1 << 14;

    private static final int FINEST = 4;
    private static final int GAIN_BITS = 8;
    private static final int BORDER_STEPS = 256;

    private final Times luma;
    private final Times chroma;

    /** When a pixel turns. */
    @FunctionalInterface
    public interface Field {
        /**
         * @param x across, 0 (left) to 1
         * @param y down, 0 (top) to 1
         * @return 0 (first) to 1 (last); what is beyond counts as that
         */
        double at(double x, double y);
    }

    public Matte(MediaFormat in, Field field) {
        luma = new Times(in.width(), in.height(), (x, y) -> field.at((x + 0.5) / in.width(), (y + 0.5) / in.height()));
        // Chroma is sited at the left one of two pixels, between two rows.
        chroma = new Times(
                in.chromaWidth(),
                in.chromaHeight(),
                (x, y) -> field.at((2 * x + 0.5) / in.width(), (2 * y + 1.0) / in.height()));
    }

    /**
     * A transition by this matte.
     *
     * @param softness how long a pixel takes to turn, as a share of the way, 0 to 1
     */
    public TransitionSession session(double softness) {
        int soft = Math.max(FINEST, (int) Math.round(softness * WAY));
        return (from, to, progress, target) -> blend(from, to, progress, soft, target);
    }

    /** A field of any range made to begin at 0 and to reach 1 in the corner or border that turns last; for growing shapes. */
    public static Field growing(Field shape) {
        double last = 0;
        for (int i = 0; i <= BORDER_STEPS; i++) {
            double along = (double) i / BORDER_STEPS;
            last = Math.max(last, Math.max(shape.at(along, 0), shape.at(along, 1)));
            last = Math.max(last, Math.max(shape.at(0, along), shape.at(1, along)));
        }
        double scale = 1 / last;
        return (x, y) -> shape.at(x, y) * scale;
    }

    /** Shows the second picture where its time has come. */
    private void blend(VideoFrame from, VideoFrame to, double progress, int soft, VideoFrame target) {
        int edge = (int) Math.round(progress * (WAY + soft));
        for (int i = 0; i < 3; i++) {
            (i == 0 ? luma : chroma).blend(from.plane(i), to.plane(i), target.plane(i), edge, soft);
        }
    }

    private interface Pixels {
        double at(int x, int y);
    }

    /** The times of one plane: two to an int, the first and third of four pixels in one array, the others in another. */
    private static final class Times {
        private final int[][] even;
        private final int[][] odd;
        private final int[] least;
        private final int[] most;

        Times(int width, int height, Pixels pixels) {
            int n = (width + 3) / 4;
            even = new int[height][n];
            odd = new int[height][n];
            least = new int[height];
            most = new int[height];
            int[] row = new int[4 * n];
            for (int y = 0; y < height; y++) {
                least[y] = WAY;
                for (int x = 0; x < width; x++) {
                    int time = (int) Math.round(Math.max(0, Math.min(1, pixels.at(x, y))) * WAY);
                    row[x] = time;
                    least[y] = Math.min(least[y], time);
                    most[y] = Math.max(most[y], time);
                }
                for (int i = 0; i < n; i++) {
                    even[y][i] = row[4 * i] | row[4 * i + 2] << 16;
                    odd[y][i] = row[4 * i + 1] | row[4 * i + 3] << 16;
                }
            }
        }

        void blend(Plane from, Plane to, Plane target, int edge, int soft) {
            int gain = (Rows.FULL << GAIN_BITS) / soft;
            int[] a = new int[(target.width() + 3) / 4];
            int[] b = new int[a.length];
            int[] mixed = new int[a.length];
            for (int y = 0; y < target.height(); y++) {
                if (edge <= least[y]) {
                    Rows.copy(from, 0, target, 0, y, target.width());
                } else if (edge - soft >= most[y]) {
                    Rows.copy(to, 0, target, 0, y, target.width());
                } else {
                    from.read(y, a);
                    to.read(y, b);
                    mix(a, b, even[y], odd[y], edge, gain, mixed);
                    target.write(y, mixed);
                }
            }
        }

        /** Lane by lane: the JIT compiler turns short loops only into vector instructions. */
        private static void mix(int[] a, int[] b, int[] even, int[] odd, int edge, int gain, int[] mixed) {
            for (int i = 0; i < mixed.length; i++) {
                int weight = Rows.weight((edge - (even[i] & 0xffff)) * gain >> GAIN_BITS);
                int from = a[i] & 0xff;
                mixed[i] = from + (((b[i] & 0xff) - from) * weight + 128 >> 8);
            }
            for (int i = 0; i < mixed.length; i++) {
                int weight = Rows.weight((edge - (odd[i] & 0xffff)) * gain >> GAIN_BITS);
                int from = a[i] >>> 8 & 0xff;
                mixed[i] |= from + (((b[i] >>> 8 & 0xff) - from) * weight + 128 >> 8) << 8;
            }
            for (int i = 0; i < mixed.length; i++) {
                int weight = Rows.weight((edge - (even[i] >>> 16)) * gain >> GAIN_BITS);
                int from = a[i] >>> 16 & 0xff;
                mixed[i] |= from + (((b[i] >>> 16 & 0xff) - from) * weight + 128 >> 8) << 16;
            }
            for (int i = 0; i < mixed.length; i++) {
                int weight = Rows.weight((edge - (odd[i] >>> 16)) * gain >> GAIN_BITS);
                int from = a[i] >>> 24;
                mixed[i] |= from + (((b[i] >>> 24) - from) * weight + 128 >> 8) << 24;
            }
        }
    }
}
