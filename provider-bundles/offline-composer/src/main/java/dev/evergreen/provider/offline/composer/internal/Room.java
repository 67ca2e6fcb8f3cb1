package dev.evergreen.provider.offline.composer.internal;

/** A room around dry sound: parallel combs and serial all-passes after Schroeder (1962) with the tunings of Freeverb. */
final class Room {
    private static final int[] COMBS = {1116, 1188, 1277, 1356, 1422, 1491};
    private static final int[] ALL_PASSES = {556, 441, 341};
    private static final double TUNED_FOR = 44_100;
    private static final int SPREAD = 23;
    private static final double FEEDBACK = 0.82;
    private static final double DAMPING = 0.35;
    private static final double SHARE = 0.045;

    private Room() {}

    static void add(float[] left, float[] right, int rate) {
        float[] dry = new float[left.length];
        for (int i = 0; i < dry.length; i++) {
            dry[i] = left[i] + right[i];
        }
        reverberate(dry, left, rate, 0);
        reverberate(dry, right, rate, SPREAD);
    }

    private static void reverberate(float[] dry, float[] into, int rate, int spread) {
        double[] wet = new double[dry.length];
        for (int comb : COMBS) {
            double[] line = new double[(int) ((comb + spread) * rate / TUNED_FOR)];
            double dull = 0;
            for (int i = 0, at = 0; i < dry.length; i++, at = at + 1 == line.length ? 0 : at + 1) {
                double out = line[at];
                dull = out * (1 - DAMPING) + dull * DAMPING;
                line[at] = dry[i] + dull * FEEDBACK;
                wet[i] += out;
            }
        }
        for (int pass : ALL_PASSES) {
            double[] line = new double[(int) ((pass + spread) * rate / TUNED_FOR)];
            for (int i = 0, at = 0; i < dry.length; i++, at = at + 1 == line.length ? 0 : at + 1) {
                double out = line[at];
                line[at] = wet[i] + out * 0.5;
                wet[i] = out - wet[i] * 0.5;
            }
        }
        for (int i = 0; i < dry.length; i++) {
            into[i] += (float) (wet[i] * SHARE);
        }
    }
}
