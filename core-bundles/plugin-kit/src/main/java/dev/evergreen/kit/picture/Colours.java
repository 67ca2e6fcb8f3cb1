package dev.evergreen.kit.picture;

import dev.evergreen.spi.timeline.Colour;

/** Colours between sRGB and Y, Cb and Cr of ITU-R BT.709 in the limited range. */
public final class Colours {
    private Colours() {}

    /** Y, Cb and Cr of a colour as timelines write it; its alpha is ignored. */
    public static int[] planes(Colour colour) {
        return planes(colour.red() / 255.0, colour.green() / 255.0, colour.blue() / 255.0);
    }

    /** Y, Cb and Cr of red, green and blue from 0 to 1. */
    public static int[] planes(double red, double green, double blue) {
        double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        return new int[] {
            clamp(16 + luma * 219), clamp(128 + (blue - luma) / 1.8556 * 224), clamp(128 + (red - luma) / 1.5748 * 224)
        };
    }

    /** Red, green and blue from 0 to 1. */
    public static double[] rgb(double y, double cb, double cr) {
        double luma = (y - 16) / 219;
        double blue = luma + 1.8556 * (cb - 128) / 224;
        double red = luma + 1.5748 * (cr - 128) / 224;
        double green = (luma - 0.2126 * red - 0.0722 * blue) / 0.7152;
        return new double[] {unit(red), unit(green), unit(blue)};
    }

    private static double unit(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
