package dev.evergreen.transition.lumamatte.internal;

import dev.evergreen.kit.picture.Matte;
import java.util.Arrays;

/** The patterns that need no picture. Each is spread so that equal parts of the picture turn in equal times. */
final class Pattern {
    /** Of the grid the patterns are computed on; they are soft enough to be interpolated. */
    private static final int COLUMNS = 480;

    private static final int ROWS = 270;

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
                    double start = stroke % 2 == 0 ? x : 1 - x;
                    return 0.5 * stroke / 7 + 0.5 * start + 0.16 * noise.fractal(x * 3, y * 70, 3);
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
        Grid grid = new Grid(COLUMNS, ROWS);
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                grid.put(x, y, raw.at((x + 0.5) / COLUMNS, (y + 0.5) / ROWS));
            }
        }
        float[] sorted = grid.sorted();
        Grid times = new Grid(COLUMNS, ROWS);
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                int rank = Arrays.binarySearch(sorted, (float) grid.value(x, y));
                times.put(x, y, (double) rank / (sorted.length - 1));
            }
        }
        return times::at;
    }
}
