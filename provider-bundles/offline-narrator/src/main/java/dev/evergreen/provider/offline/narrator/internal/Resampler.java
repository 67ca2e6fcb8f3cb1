package dev.evergreen.provider.offline.narrator.internal;

/** Changes a sound's sample rate with a windowed-sinc filter (Kaiser window, after Smith, "Digital Audio Resampling"). */
final class Resampler {
    private static final int ZERO_CROSSINGS = 24;
    private static final double KAISER_BETA = 9;

    private Resampler() {}

    /** @param from rate of the samples, any positive number @param to wanted rate */
    static float[] resample(float[] samples, double from, double to) {
        double ratio = to / from;
        double cutoff = Math.min(1, ratio) * 0.96;
        int reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        float[] result = new float[(int) Math.floor(samples.length * ratio)];
        for (int i = 0; i < result.length; i++) {
            double at = i / ratio;
            int centre = (int) Math.floor(at);
            double sum = 0;
            for (int k = Math.max(0, centre - reach + 1); k <= Math.min(samples.length - 1, centre + reach); k++) {
                double distance = at - k;
                sum += samples[k] * sinc(cutoff * distance) * cutoff * kaiser(distance / reach);
            }
            result[i] = (float) sum;
        }
        return result;
    }

    private static double sinc(double x) {
        double angle = Math.PI * x;
        return Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : WINDOW[(int) (Math.abs(x) * (WINDOW.length - 1))];
    }

    private static final double[] WINDOW = window();

    private static double[] window() {
        double[] window = new double[8192];
        for (int i = 0; i < window.length; i++) {
            double x = (double) i / (window.length - 1);
            window[i] = bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
        }
        return window;
    }

    /** Modified Bessel function of the first kind, order zero, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 50; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
