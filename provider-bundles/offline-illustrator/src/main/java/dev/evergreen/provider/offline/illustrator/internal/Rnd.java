package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** Stateless hashing and value noise: the only source of chance, so the same words always paint the same picture. */
final class Rnd {
    final Random r;

    Rnd(long s) {
        r = new Random(s * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
        r.nextInt();
    }

    double d() {
        return r.nextDouble();
    }

    double d(double a, double b) {
        return a + (b - a) * r.nextDouble();
    }

    int i(int n) {
        return r.nextInt(n);
    }

    boolean p(double x) {
        return r.nextDouble() < x;
    }

    double g() {
        return r.nextGaussian();
    }

    static int h(int x, int y) {
        int n = x * 374761393 + y * 668265263;
        n = (n ^ (n >>> 13)) * 1274126177;
        return n ^ (n >>> 16);
    }

    static double v(int x, int y) {
        return (h(x, y) & 0xFFFFFF) / (double) 0xFFFFFF;
    }

    static double n2(double x, double y, int s) {
        int xi = (int) Math.floor(x), yi = (int) Math.floor(y);
        double fx = x - xi, fy = y - yi;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        int o = s * 7919;
        double a = v(xi + o, yi), b = v(xi + 1 + o, yi), c = v(xi + o, yi + 1), d = v(xi + 1 + o, yi + 1);
        return (a + (b - a) * fx) * (1 - fy) + (c + (d - c) * fx) * fy;
    }

    static double fbm(double x, double y, int oct, int s) {
        s = Math.floorMod(s, 9973);
        y -= Math.floor(y / 4096) * 4096;
        x -= Math.floor(x / 65536) * 65536;
        double t = 0, am = .5, nn = 0;
        for (int i = 0; i < oct; i++) {
            t += am * n2(x, y, s + i * 31);
            nn += am;
            x *= 2.03;
            y *= 2.03;
            am *= .5;
        }
        return t / nn;
    }

    static double wrap(double x, double y, int px, int py, int s) {
        int xi = (int) Math.floor(x), yi = (int) Math.floor(y);
        double fx = x - xi, fy = y - yi;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        int x0 = Math.floorMod(xi, px) + s * 977,
                x1 = Math.floorMod(xi + 1, px) + s * 977,
                y0 = Math.floorMod(yi, py),
                y1 = Math.floorMod(yi + 1, py);
        double a = v(x0, y0), b = v(x1, y0), c = v(x0, y1), d = v(x1, y1);
        return (a + (b - a) * fx) * (1 - fy) + (c + (d - c) * fx) * fy;
    }
}
