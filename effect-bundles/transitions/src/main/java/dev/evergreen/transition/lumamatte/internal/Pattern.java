package dev.evergreen.transition.lumamatte.internal;

import dev.evergreen.kit.picture.Matte;
import java.util.Arrays;

/** The patterns that need no picture. Each is spread so that equal parts of the picture turn in equal times. */
final class Pattern {
    private static final int COLUMNS = 160;
    private static final int ROWS = 90;

    private Pattern() {}

    /** @param aspect width over height of the film */
    static Matte.Field of(String name, double aspect, long seed) {
        Noise noise = new Noise(seed);
        Matte.Field raw = switch (name) {
            case "clouds" -> (x, y) -> noise.fractal(x * aspect * 2.5, y * 2.5, 5);
            case "ink" ->
                (x, y) -> Math.hypot((x - 0.5) * aspect, y - 0.5) + 0.55 * noise.fractal(x * aspect * 4, y * 4, 5);
            case "brush" ->
                (x, y) -> {
                    double stroke = Math.floor(y * 7);
                    double start = (stroke % 2 == 0 ? x : 1 - x) * 0.55;
                    return stroke / 7 + start / 7 + 0.10 * noise.fractal(x * 3, y * 70, 3);
                };
            case "ripples" ->
                (x, y) -> {
                    double away = Math.hypot((x - 0.5) * aspect, y - 0.5);
                    return away + 0.06 * Math.sin(away * 60);
                };
            case "crystal" -> (x, y) -> x * 0.8 + 0.9 * noise.cell(x * aspect * 7, y * 7);
            default ->
                throw new IllegalArgumentException(
                        "The matte has no pattern " + name + "; choose clouds, ink, brush, ripples or crystal");
        };
        return even(raw);
    }

    private static Matte.Field even(Matte.Field raw) {
        double[] sorted = new double[COLUMNS * ROWS];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = raw.at((i % COLUMNS + 0.5) / COLUMNS, (i / COLUMNS + 0.5) / ROWS);
        }
        Arrays.sort(sorted);
        return (x, y) -> rank(sorted, raw.at(x, y));
    }

    private static double rank(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length - 1;
        if (value <= sorted[0]) {
            return 0;
        }
        if (value >= sorted[high]) {
            return 1;
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (sorted[middle] <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double step = sorted[high] - sorted[low];
        return (low + (step == 0 ? 0 : (value - sorted[low]) / step)) / (sorted.length - 1);
    }
}
