package dev.evergreen.provider.offline.illustrator.internal.picture;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;

/** A mild S-curve and a little more saturation, without which everything is of middle grey. */
final class ToneCurve {
    private static final double STRENGTH = .42;
    private static final int SATURATION = 30;
    private static final int[] CURVE = curve();

    private ToneCurve() {}

    private static int[] curve() {
        int[] curve = new int[256];
        for (int i = 0; i < 256; i++) {
            double value = i / 255.0;
            double steep = value * value * (3 - 2 * value);
            curve[i] = Colour.clamp(255 * (value + (steep - value) * STRENGTH));
        }
        return curve;
    }

    /** @param r 0 to 255, like the others */
    static int apply(int r, int g, int b) {
        int red = CURVE[r];
        int green = CURVE[g];
        int blue = CURVE[b];
        int grey = (red * 77 + green * 150 + blue * 29) >> 8;
        red += (red - grey) * SATURATION >> 8;
        green += (green - grey) * SATURATION >> 8;
        blue += (blue - grey) * SATURATION >> 8;
        return limit(red) << 16 | limit(green) << 8 | limit(blue);
    }

    static int limit(int channel) {
        return channel < 0 ? 0 : Math.min(channel, 255);
    }
}
