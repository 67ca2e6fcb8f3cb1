package dev.evergreen.effect.lut.internal;

import dev.evergreen.kit.picture.ColourCube;

/** The looks that are shipped. */
final class Looks {
    static final String DEFAULT = "teal-and-orange";

    private Looks() {}

    static ColourCube.Look named(String name) {
        return switch (name) {
            case "teal-and-orange" ->
                (r, g, b) -> {
                    double light = light(r, g, b);
                    double s = smooth(light);
                    return graded(r, g, b, 1.15, 0.06 * s - 0.05, 0.01, -0.05 * s + 0.045, 1.08);
                };
            case "warm-film" -> (r, g, b) -> graded(r * 1.03 + 0.02, g + 0.01, b * 0.88 + 0.02, 0.95, 0, 0, 0, 1.1);
            case "cool-night" -> (r, g, b) -> graded(r * 0.62, g * 0.75, b * 0.98 + 0.03, 0.75, 0, 0, 0, 1.05);
            case "faded" -> (r, g, b) -> graded(0.1 + r * 0.8, 0.1 + g * 0.8, 0.12 + b * 0.76, 0.7, 0, 0, 0, 0.95);
            case "bleach-bypass" ->
                (r, g, b) -> {
                    double light = light(r, g, b);
                    return graded(hard(r, light), hard(g, light), hard(b, light), 0.45, 0, 0, 0, 1.15);
                };
            case "golden-hour" ->
                (r, g, b) -> {
                    double s = smooth(light(r, g, b));
                    return graded(r + 0.1 * s, g + 0.045 * s, b - 0.09 * s, 1.15, 0.01, 0, -0.01, 1.02);
                };
            case "cross-process" ->
                (r, g, b) -> graded(smooth(r), smooth(g) * 0.97 + 0.02, 0.14 + b * 0.68, 1.1, 0, 0, 0, 1);
            default ->
                throw new IllegalArgumentException("There is no look " + name + "; see the effect's description");
        };
    }

    private static double light(double r, double g, double b) {
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }

    private static double smooth(double x) {
        return x * x * (3 - 2 * x);
    }

    /** The channel under hard light of the picture's own brightness. */
    private static double hard(double value, double light) {
        return light < 0.5 ? 2 * value * light : 1 - 2 * (1 - value) * (1 - light);
    }

    private static double[] graded(
            double r, double g, double b, double saturation, double red, double green, double blue, double contrast) {
        double light = light(r, g, b);
        return new double[] {
            0.5 + (light + (r - light) * saturation + red - 0.5) * contrast,
            0.5 + (light + (g - light) * saturation + green - 0.5) * contrast,
            0.5 + (light + (b - light) * saturation + blue - 0.5) * contrast
        };
    }
}
