package dev.evergreen.provider.offline.illustrator.internal.colour;

/** Stateless value noise: the same place always has the same value. */
public final class Noise {
    private Noise() {}

    public static int hash(int x, int y) {
        int n = x * 374761393 + y * 668265263;
        n = (n ^ (n >>> 13)) * 1274126177;
        return n ^ (n >>> 16);
    }

    /** 0 to 1. */
    public static double value(int x, int y) {
        return (hash(x, y) & 0xFFFFFF) / (double) 0xFFFFFF;
    }

    /** 0 to 1, smooth over a distance of one. */
    public static double smooth(double x, double y, int seed) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double fx = ease(x - column);
        double fy = ease(y - row);
        int left = column + seed * 7919;
        double top = value(left, row) + (value(left + 1, row) - value(left, row)) * fx;
        double bottom = value(left, row + 1) + (value(left + 1, row + 1) - value(left, row + 1)) * fx;
        return top + (bottom - top) * fy;
    }

    /** 0 to 1, octaves of halving size and weight. */
    public static double fractal(double x, double y, int octaves, int seed) {
        int base = Math.floorMod(seed, 9973);
        // Far from the origin the hash would repeat itself visibly.
        double py = y - Math.floor(y / 4096) * 4096;
        double px = x - Math.floor(x / 65536) * 65536;
        double sum = 0;
        double weight = .5;
        double weights = 0;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * smooth(px, py, base + octave * 31);
            weights += weight;
            px *= 2.03;
            py *= 2.03;
            weight *= .5;
        }
        return sum / weights;
    }

    /** 0 to 1, repeating every {@code columns} by {@code rows}. */
    public static double tiling(double x, double y, int columns, int rows, int seed) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double fx = ease(x - column);
        double fy = ease(y - row);
        int x0 = Math.floorMod(column, columns) + seed * 977;
        int x1 = Math.floorMod(column + 1, columns) + seed * 977;
        int y0 = Math.floorMod(row, rows);
        int y1 = Math.floorMod(row + 1, rows);
        double top = value(x0, y0) + (value(x1, y0) - value(x0, y0)) * fx;
        double bottom = value(x0, y1) + (value(x1, y1) - value(x0, y1)) * fx;
        return top + (bottom - top) * fy;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
