package dev.evergreen.provider.offline.illustrator.internal.colour;

import java.awt.Color;

/** Arithmetic on colours written as 0xRRGGBB. */
public final class Colour {
    private Colour() {}

    public static int rgb(double red, double green, double blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    public static int clamp(double channel) {
        return channel < 0 ? 0 : channel > 255 ? 255 : (int) (channel + .5);
    }

    public static int red(int colour) {
        return colour >> 16 & 255;
    }

    public static int green(int colour) {
        return colour >> 8 & 255;
    }

    public static int blue(int colour) {
        return colour & 255;
    }

    /** @param share of the second colour, 0 to 1 */
    public static int mix(int first, int second, double share) {
        double b = share < 0 ? 0 : share > 1 ? 1 : share;
        double a = 1 - b;
        return rgb(
                red(first) * a + red(second) * b,
                green(first) * a + green(second) * b,
                blue(first) * a + blue(second) * b);
    }

    /** As light of one colour on a surface of the other. */
    public static int multiply(int first, int second) {
        return rgb(
                red(first) * red(second) / 255.0,
                green(first) * green(second) / 255.0,
                blue(first) * blue(second) / 255.0);
    }

    public static int saturate(int colour, double factor) {
        double grey = luminance(colour);
        return rgb(
                grey + (red(colour) - grey) * factor,
                grey + (green(colour) - grey) * factor,
                grey + (blue(colour) - grey) * factor);
    }

    /** 0 to 255. */
    public static double luminance(int colour) {
        return .3 * red(colour) + .59 * green(colour) + .11 * blue(colour);
    }

    public static int scale(int colour, double factor) {
        return rgb(red(colour) * factor, green(colour) * factor, blue(colour) * factor);
    }

    public static int rotateHue(int colour, double degrees) {
        float[] hsb = Color.RGBtoHSB(red(colour), green(colour), blue(colour), null);
        return Color.HSBtoRGB(hsb[0] + (float) (degrees / 360), hsb[1], hsb[2]) & 0xFFFFFF;
    }

    /** Perceived difference, 0 to about 765; the weighted "redmean" distance of Riemersma, compuphase.com/cmetric.htm. */
    public static double distance(int first, int second) {
        double mean = (red(first) + red(second)) / 2.0;
        double r = red(first) - red(second);
        double g = green(first) - green(second);
        double b = blue(first) - blue(second);
        return Math.sqrt((2 + mean / 256) * r * r + 4 * g * g + (2 + (255 - mean) / 256) * b * b);
    }

    public static Color paint(int colour) {
        return new Color(colour);
    }

    public static Color paint(int colour, double alpha) {
        return new Color(red(colour), green(colour), blue(colour), clamp(alpha * 255));
    }
}
