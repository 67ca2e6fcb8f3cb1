package dev.evergreen.transition.lumamatte.internal;

import java.util.Arrays;

/** Values on a grid, interpolated linearly between. */
final class Grid {
    private final float[] values;
    private final int width;
    private final int height;

    Grid(int width, int height) {
        this.width = width;
        this.height = height;
        values = new float[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void put(int x, int y, double value) {
        values[y * width + x] = (float) value;
    }

    float[] sorted() {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    double value(int x, int y) {
        return values[y * width + x];
    }

    double at(double x, double y) {
        double column = Math.max(0, Math.min(width - 1, x * width - 0.5));
        double row = Math.max(0, Math.min(height - 1, y * height - 0.5));
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(width - 1, left + 1);
        int bottom = Math.min(height - 1, top + 1);
        double across = column - left;
        double upper = values[top * width + left] * (1 - across) + values[top * width + right] * across;
        double lower = values[bottom * width + left] * (1 - across) + values[bottom * width + right] * across;
        return upper + (lower - upper) * (row - top);
    }
}
