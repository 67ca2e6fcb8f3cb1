package dev.evergreen.media.internal.sound;

/**
 * Integrated loudness of stereo sound at 48 kHz by ITU-R BS.1770-4: K-weighting, blocks of 400 ms with 75 % overlap, gated
 * at -70 LUFS and then at 10 LU below the mean of what is left.
 */
final class LoudnessMeter {
    private static final int STEP = 4800;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private final KWeighting left = new KWeighting();
    private final KWeighting right = new KWeighting();
    private double[] steps = new double[1024];
    private int count;
    private double sum;
    private int filled;

    /** The two filters of the recommendation's tables 1 and 2, for 48 kHz. */
    private static final class KWeighting {
        private double x1;
        private double x2;
        private double y1;
        private double y2;
        private double z1;
        private double z2;

        double next(double x) {
            double y = 1.53512485958697 * x
                    - 2.69169618940638 * x1
                    + 1.19839281085285 * x2
                    + 1.69065929318241 * y1
                    - 0.73248077421585 * y2;
            double z = y - 2 * y1 + y2 + 1.99004745483398 * z1 - 0.99007225036621 * z2;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            z2 = z1;
            z1 = z;
            return z;
        }
    }

    void add(float[] fromLeft, float[] fromRight, int n) {
        for (int i = 0; i < n; i++) {
            double l = left.next(fromLeft[i]);
            double r = right.next(fromRight[i]);
            sum += l * l + r * r;
            if (++filled == STEP) {
                if (count == steps.length) {
                    steps = java.util.Arrays.copyOf(steps, 2 * count);
                }
                steps[count++] = sum;
                sum = 0;
                filled = 0;
            }
        }
    }

    /** LUFS; negative infinity where all is silence or shorter than a block. */
    double integrated() {
        double gate = power(ABSOLUTE_GATE);
        double mean = mean(gate);
        if (mean == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return loudness(mean(Math.max(gate, power(loudness(mean) + RELATIVE_GATE))));
    }

    private double mean(double gate) {
        double total = 0;
        int blocks = 0;
        for (int i = 0; i + 4 <= count; i++) {
            double block = (steps[i] + steps[i + 1] + steps[i + 2] + steps[i + 3]) / (4.0 * STEP);
            if (block > gate) {
                total += block;
                blocks++;
            }
        }
        return blocks == 0 ? 0 : total / blocks;
    }

    private static double loudness(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double power(double loudness) {
        return Math.pow(10, (loudness + 0.691) / 10);
    }
}
