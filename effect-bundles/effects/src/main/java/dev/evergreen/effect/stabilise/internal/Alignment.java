package dev.evergreen.effect.stabilise.internal;

import dev.evergreen.kit.picture.Pixels;
import java.util.Arrays;

/**
 * Fits a picture to the one before it between pixels: the inverse compositional Lucas-Kanade algorithm (Baker and Matthews,
 * "Lucas-Kanade 20 years on", 2004) for turn, size and shift, with Tukey's weights, so that what moves by itself in front does not
 * count.
 */
final class Alignment {
    private static final int STEPS = 6;

    /** A step that moves no pixel further than this is the last. */
    private static final double STILL = 0.01;

    private static final int UNKNOWNS = 4;

    /** Spread of a normal distribution by the median of its absolute values, times where Tukey's weight ends. */
    private static final double CUT_OFF = 1.4826 * 4.685;

    /** What holds unknowns still that the picture says nothing about: a slope of luma that is lost in noise, squared. */
    private static final double HELD = 0.01;

    /** Noise of a picture: residuals below that are never outliers. In steps of luma. */
    private static final double LEAST_CUT_OFF = 8;

    private final Pixels before;
    private final Pixels after;
    private final double[][] sums = new double[UNKNOWNS][UNKNOWNS + 1];
    private final int[] histogram = new int[256];

    private Alignment(Pixels before, Pixels after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param guess where what is seen in {@code before} is in {@code after}, good to a pixel or two
     * @return the guess where the pictures do not tell better
     */
    static Similarity refined(Pixels before, Pixels after, Similarity guess) {
        return new Alignment(before, after).refined(guess);
    }

    private Similarity refined(Similarity guess) {
        Similarity motion = guess;
        double cutOff = 255;
        double light = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] figures = residuals(motion, cutOff, light);
            double[] change = solved();
            motion = new Similarity(1 + change[2], change[3], change[0], change[1])
                    .inverse()
                    .then(motion);
            light = figures[0];
            cutOff = Math.max(LEAST_CUT_OFF, CUT_OFF * figures[1]);
            if (Math.abs(change[0]) + Math.abs(change[1]) + reach() * (Math.abs(change[2]) + Math.abs(change[3]))
                    < STILL) {
                break;
            }
        }
        return motion;
    }

    /**
     * Sums up the normal equations of a step.
     *
     * @param light by how much {@code after} is lighter
     * @return the new light, and the median of the absolute residuals
     */
    private double[] residuals(Similarity motion, double cutOff, double light) {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(histogram, 0);
        byte[] first = before.values();
        byte[] second = after.values();
        int width = before.width();
        double middleX = (width - 1) / 2.0;
        double middleY = (before.height() - 1) / 2.0;
        double difference = 0;
        long counted = 0;
        for (int row = 1; row < before.height() - 1; row++) {
            double py = row - middleY;
            for (int column = 1 + (row & 1); column < width - 1; column += 2) {
                double px = column - middleX;
                double toX = motion.a() * px - motion.b() * py + motion.x() + middleX;
                double toY = motion.b() * px + motion.a() * py + motion.y() + middleY;
                int left = (int) toX;
                int top = (int) toY;
                if (toX < 0 || toY < 0 || left >= width - 1 || top >= after.height() - 1) {
                    continue;
                }
                int at = row * width + column;
                double residual = between(second, top * width + left, width, toX - left, toY - top) - (first[at] & 255);
                difference += residual;
                counted++;
                residual -= light;
                histogram[Math.min(255, (int) Math.abs(residual))]++;
                double far = residual / cutOff;
                if (Math.abs(far) >= 1) {
                    continue;
                }
                double weight = (1 - far * far) * (1 - far * far);
                double gx = ((first[at + 1] & 255) - (first[at - 1] & 255)) / 2.0;
                double gy = ((first[at + width] & 255) - (first[at - width] & 255)) / 2.0;
                add(weight, gx, gy, gx * px + gy * py, gy * px - gx * py, residual);
            }
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            sums[i][i] += counted * HELD * (i < 2 ? 1 : reach() * reach()) + Double.MIN_NORMAL;
        }
        return new double[] {counted == 0 ? 0 : difference / counted, median(counted)};
    }

    private double reach() {
        return before.width() / 2.0;
    }

    private static double between(byte[] values, int at, int width, double right, double down) {
        double upper = (values[at] & 255) * (1 - right) + (values[at + 1] & 255) * right;
        double lower = (values[at + width] & 255) * (1 - right) + (values[at + width + 1] & 255) * right;
        return upper * (1 - down) + lower * down;
    }

    private void add(double weight, double x, double y, double size, double turn, double residual) {
        double[] s0 = sums[0];
        double[] s1 = sums[1];
        double[] s2 = sums[2];
        double[] s3 = sums[3];
        double wx = weight * x;
        double wy = weight * y;
        double ws = weight * size;
        double wt = weight * turn;
        s0[0] += wx * x;
        s0[1] += wx * y;
        s0[2] += wx * size;
        s0[3] += wx * turn;
        s0[4] += wx * residual;
        s1[1] += wy * y;
        s1[2] += wy * size;
        s1[3] += wy * turn;
        s1[4] += wy * residual;
        s2[2] += ws * size;
        s2[3] += ws * turn;
        s2[4] += ws * residual;
        s3[3] += wt * turn;
        s3[4] += wt * residual;
    }

    private double median(long counted) {
        long below = 0;
        for (int value = 0; value < histogram.length; value++) {
            below += histogram[value];
            if (2 * below >= counted) {
                return value + 0.5;
            }
        }
        return 0;
    }

    /** The least squares: by elimination in the sums (symmetric and positive definite), of which the upper triangle and the right side are there. */
    private double[] solved() {
        double[] solution = new double[UNKNOWNS];
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int k = 0; k < i; k++) {
                double share = sums[k][i] / sums[k][k];
                for (int j = i; j <= UNKNOWNS; j++) {
                    sums[i][j] -= share * sums[k][j];
                }
            }
        }
        for (int i = UNKNOWNS - 1; i >= 0; i--) {
            double rest = sums[i][UNKNOWNS];
            for (int j = i + 1; j < UNKNOWNS; j++) {
                rest -= sums[i][j] * solution[j];
            }
            solution[i] = rest / sums[i][i];
        }
        return solution;
    }
}
