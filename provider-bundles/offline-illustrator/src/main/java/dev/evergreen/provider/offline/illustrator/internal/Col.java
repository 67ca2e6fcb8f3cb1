package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** Colour arithmetic on 0xRRGGBB. */
final class Col {
    static int rgb(double r, double g, double b) {
        return c(r) << 16 | c(g) << 8 | c(b);
    }

    static int c(double v) {
        return v < 0 ? 0 : v > 255 ? 255 : (int) (v + .5);
    }

    static int mix(int a, int b, double t) {
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        return rgb(
                (a >> 16 & 255) * (1 - t) + (b >> 16 & 255) * t,
                (a >> 8 & 255) * (1 - t) + (b >> 8 & 255) * t,
                (a & 255) * (1 - t) + (b & 255) * t);
    }

    static int mul(int a, int b) {
        return rgb(
                (a >> 16 & 255) * (b >> 16 & 255) / 255.0,
                (a >> 8 & 255) * (b >> 8 & 255) / 255.0,
                (a & 255) * (b & 255) / 255.0);
    }

    static int sat(int a, double k) {
        double l = lum(a);
        return rgb(l + ((a >> 16 & 255) - l) * k, l + ((a >> 8 & 255) - l) * k, l + ((a & 255) - l) * k);
    }

    static double lum(int a) {
        return .3 * (a >> 16 & 255) + .59 * (a >> 8 & 255) + .11 * (a & 255);
    }

    static int scale(int a, double k) {
        return rgb((a >> 16 & 255) * k, (a >> 8 & 255) * k, (a & 255) * k);
    }

    static int hue(int a, double deg) {
        float[] f = Color.RGBtoHSB(a >> 16 & 255, a >> 8 & 255, a & 255, null);
        return Color.HSBtoRGB(f[0] + (float) (deg / 360), f[1], f[2]) & 0xFFFFFF;
    }

    static Color of(int c) {
        return new Color(c);
    }

    static Color of(int c, double a) {
        return new Color(c >> 16 & 255, c >> 8 & 255, c & 255, Col.c(a * 255));
    }
}
