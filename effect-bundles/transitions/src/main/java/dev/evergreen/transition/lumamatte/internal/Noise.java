package dev.evergreen.transition.lumamatte.internal;

/** Value noise on a lattice, the same for the same seed. */
final class Noise {
    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /** Several octaves, each twice as fine and half as strong; about 0 to 1. */
    double fractal(double x, double y, int octaves) {
        double sum = 0;
        double strength = 0.5;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            sum += strength * smooth(x * scale + 17 * i, y * scale + 31 * i);
            strength /= 2;
            scale *= 2;
        }
        return sum;
    }

    /** One value for each cell of a lattice whose points are displaced (Worley's cells). */
    double cell(double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double nearest = Double.MAX_VALUE;
        double value = 0;
        for (long j = row - 1; j <= row + 1; j++) {
            for (long i = column - 1; i <= column + 1; i++) {
                double away = Math.hypot(i + lattice(2 * i, 2 * j + 1) - x, j + lattice(2 * i + 1, 2 * j) - y);
                if (away < nearest) {
                    nearest = away;
                    value = lattice(i, j);
                }
            }
        }
        return value;
    }

    private double smooth(double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double across = fade(x - column);
        double down = fade(y - row);
        double upper = lattice(column, row) * (1 - across) + lattice(column + 1, row) * across;
        double lower = lattice(column, row + 1) * (1 - across) + lattice(column + 1, row + 1) * across;
        return upper + (lower - upper) * down;
    }

    private static double fade(double t) {
        return t * t * (3 - 2 * t);
    }

    /** A value from 0 to 1 for a point, by the finaliser of SplitMix64. */
    private double lattice(long x, long y) {
        long z = seed * 0x9e3779b97f4a7c15L + x * 0xbf58476d1ce4e5b9L + y * 0x94d049bb133111ebL;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }
}
