package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** Shape vocabulary: organic blobs, ridges, tapered strokes, glows. */
final class Brush {
    static Graphics2D g(BufferedImage b) {
        Graphics2D g = b.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }

    static void fill(Graphics2D g, Shape s, int c) {
        g.setColor(Col.of(c));
        g.fill(s);
    }

    static void fill(Graphics2D g, Shape s, int c, double a) {
        g.setColor(Col.of(c, a));
        g.fill(s);
    }

    static void grad(Graphics2D g, Shape s, double x0, double y0, int c0, double x1, double y1, int c1) {
        g.setPaint(new GradientPaint((float) x0, (float) y0, Col.of(c0), (float) x1, (float) y1, Col.of(c1)));
        g.fill(s);
    }

    static void gradA(
            Graphics2D g, Shape s, double x0, double y0, int c0, double a0, double x1, double y1, int c1, double a1) {
        g.setPaint(new GradientPaint((float) x0, (float) y0, Col.of(c0, a0), (float) x1, (float) y1, Col.of(c1, a1)));
        g.fill(s);
    }

    static Shape el(double cx, double cy, double rx, double ry) {
        return new Ellipse2D.Double(cx - rx, cy - ry, rx * 2, ry * 2);
    }

    static Shape el(double cx, double cy, double rx, double ry, double rot) {
        return AffineTransform.getRotateInstance(rot, cx, cy).createTransformedShape(el(cx, cy, rx, ry));
    }

    static Shape rect(double x, double y, double w, double h) {
        return new Rectangle2D.Double(x, y, w, h);
    }

    static Shape rr(double x, double y, double w, double h, double r) {
        return new RoundRectangle2D.Double(x, y, w, h, r * 2, r * 2);
    }

    static Path2D poly(double... p) {
        Path2D q = new Path2D.Double();
        q.moveTo(p[0], p[1]);
        for (int i = 2; i < p.length; i += 2) q.lineTo(p[i], p[i + 1]);
        q.closePath();
        return q;
    }

    static Path2D smooth(boolean closed, double... p) {
        int n = p.length / 2;
        Path2D q = new Path2D.Double();
        q.moveTo(p[0], p[1]);
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            int a = closed ? (i + n - 1) % n : Math.max(0, i - 1),
                    b = i,
                    c = (i + 1) % n,
                    d = closed ? (i + 2) % n : Math.min(n - 1, i + 2);
            q.curveTo(
                    p[2 * b] + (p[2 * c] - p[2 * a]) / 6,
                    p[2 * b + 1] + (p[2 * c + 1] - p[2 * a + 1]) / 6,
                    p[2 * c] - (p[2 * d] - p[2 * b]) / 6,
                    p[2 * c + 1] - (p[2 * d + 1] - p[2 * b + 1]) / 6,
                    p[2 * c],
                    p[2 * c + 1]);
        }
        if (closed) q.closePath();
        return q;
    }

    static Path2D blob(double cx, double cy, double rx, double ry, double rough, int seed) {
        int n = 22;
        double[] p = new double[n * 2];
        for (int i = 0; i < n; i++) {
            double t = i * 2 * Math.PI / n,
                    k = 1 + rough * 2 * (Rnd.fbm(Math.cos(t) * 1.6 + 5, Math.sin(t) * 1.6 + 5, 3, seed) - .5);
            p[2 * i] = cx + Math.cos(t) * rx * k;
            p[2 * i + 1] = cy + Math.sin(t) * ry * k;
        }
        return smooth(true, p);
    }
    /** Stone: like a blob but with a flat foot and angular facets. */
    static Path2D rock(double cx, double by, double rx, double h, int seed) {
        int n = 11;
        double[] p = new double[n * 2 + 4];
        for (int i = 0; i < n; i++) {
            double t = Math.PI + i * Math.PI / (n - 1), k = 1 + .36 * (Rnd.v(seed * 13 + i, seed) - .5);
            p[2 * i] = cx + Math.cos(t) * rx * (1 + .15 * (Rnd.v(seed, i) - .5));
            p[2 * i + 1] = by + Math.sin(t) * h * k;
        }
        p[2 * n] = cx + rx * .8;
        p[2 * n + 1] = by + h * .12;
        p[2 * n + 2] = cx - rx * .8;
        p[2 * n + 3] = by + h * .12;
        return poly(p);
    }

    interface F {
        double at(double x);
    }

    static Path2D below(double x0, double x1, double step, double bottom, F f) {
        Path2D p = new Path2D.Double();
        p.moveTo(x0, bottom);
        for (double x = x0; x < x1 + step; x += step) p.lineTo(x, f.at(x));
        p.lineTo(x1 + step, bottom);
        p.closePath();
        return p;
    }
    /** Tapered brush stroke / limb through points, widths interpolated, round ends. */
    static Path2D tube(double[] w, double... p) {
        int n = p.length / 2, m = Math.max(6, (n - 1) * 8);
        double[] L = new double[(m + 1) * 2], R = new double[(m + 1) * 2];
        double px = 0, py = 0;
        double[] X = new double[m + 1], Y = new double[m + 1];
        for (int k = 0; k <= m; k++) {
            double t = k * (n - 1.0) / m;
            int i = Math.min(n - 2, (int) t);
            double f = t - i;
            int a = Math.max(0, i - 1), d = Math.min(n - 1, i + 2);
            X[k] = cr(p[2 * a], p[2 * i], p[2 * i + 2], p[2 * d], f);
            Y[k] = cr(p[2 * a + 1], p[2 * i + 1], p[2 * i + 3], p[2 * d + 1], f);
        }
        Path2D q = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int k = 0; k <= m; k++) {
            double dx = X[Math.min(m, k + 1)] - X[Math.max(0, k - 1)],
                    dy = Y[Math.min(m, k + 1)] - Y[Math.max(0, k - 1)],
                    l = Math.hypot(dx, dy) + 1e-9,
                    t = k * (w.length - 1.0) / m;
            int i = Math.min(w.length - 2, (int) t);
            double ww = (w[i] + (w[i + 1] - w[i]) * (t - i)) / 2;
            L[2 * k] = X[k] - dy / l * ww;
            L[2 * k + 1] = Y[k] + dx / l * ww;
            R[2 * k] = X[k] + dy / l * ww;
            R[2 * k + 1] = Y[k] - dx / l * ww;
        }
        q.moveTo(R[0], R[1]);
        for (int k = 1; k <= m; k++) q.lineTo(R[2 * k], R[2 * k + 1]);
        for (int k = m; k >= 0; k--) q.lineTo(L[2 * k], L[2 * k + 1]);
        q.closePath();
        if (w[0] > .5) q.append(el(X[0], Y[0], w[0] / 2, w[0] / 2), false);
        double e = w[w.length - 1];
        if (e > .5) q.append(el(X[m], Y[m], e / 2, e / 2), false);
        return q;
    }

    static double cr(double a, double b, double c, double d, double t) {
        return .5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }

    static Path2D lens(double cx, double cy, double hw, double hh) {
        Path2D p = new Path2D.Double();
        p.moveTo(cx - hw, cy);
        p.curveTo(cx - hw * .4, cy - hh * 1.3, cx + hw * .4, cy - hh * 1.3, cx + hw, cy);
        p.curveTo(cx + hw * .3, cy + hh, cx - hw * .3, cy + hh, cx - hw, cy);
        return p;
    }

    static void glow(Graphics2D g, double cx, double cy, double r, int c, double a) {
        g.setPaint(new RadialGradientPaint(
                (float) cx, (float) cy, (float) r, new float[] {0, .25f, .6f, 1}, new Color[] {
                    Col.of(c, a), Col.of(c, a * .55), Col.of(c, a * .14), Col.of(c, 0)
                }));
        g.fill(el(cx, cy, r, r));
    }
    /** Base fill plus a lit side: the shape itself shifted towards the shadow, intersected. */
    static void form(Graphics2D g, Shape s, int lit, int dark, double dx, double dy) {
        fill(g, s, dark);
        Area a = new Area(s);
        a.intersect(new Area(AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(s)));
        fill(g, a, lit);
    }
}
