package dev.evergreen.provider.offline.illustrator.internal.shapes;

import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Outlines: organic blobs, ridges, tapered strokes, lenses. */
public final class Shapes {
    private static final Map<String, double[]> PARSED = new ConcurrentHashMap<>();

    private Shapes() {}

    /** A height for every x. */
    @FunctionalInterface
    public interface Profile {
        double at(double x);
    }

    public static Shape ellipse(double cx, double cy, double rx, double ry) {
        return new Ellipse2D.Double(cx - rx, cy - ry, rx * 2, ry * 2);
    }

    public static Shape ellipse(double cx, double cy, double rx, double ry, double rotation) {
        return AffineTransform.getRotateInstance(rotation, cx, cy).createTransformedShape(ellipse(cx, cy, rx, ry));
    }

    public static Shape rectangle(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    public static Shape rounded(double x, double y, double width, double height, double radius) {
        return new RoundRectangle2D.Double(x, y, width, height, radius * 2, radius * 2);
    }

    public static Shape line(double x0, double y0, double x1, double y1) {
        return new Line2D.Double(x0, y0, x1, y1);
    }

    public static Shape curve(double x0, double y0, double cx, double cy, double x1, double y1) {
        return new QuadCurve2D.Double(x0, y0, cx, cy, x1, y1);
    }

    public static Shape arc(double x, double y, double width, double height, double start, double extent) {
        return new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN);
    }

    /** Points written as {@code "x,y x,y"}: how drawn outlines are noted down. */
    public static double[] points(String text) {
        return PARSED.computeIfAbsent(text, Shapes::parse);
    }

    private static double[] parse(String text) {
        String[] numbers = text.trim().split("[ ,]+");
        double[] points = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            points[i] = Double.parseDouble(numbers[i]);
        }
        return points;
    }

    public static Path2D polygon(String points) {
        return polygon(points(points));
    }

    public static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A closed outline that runs smoothly through the points. */
    public static Path2D closed(String points) {
        return smooth(true, points(points));
    }

    /** A line that runs smoothly through the points. */
    public static Path2D open(String points) {
        return smooth(false, points(points));
    }

    /** A Catmull-Rom spline through the points. */
    public static Path2D smooth(boolean closed, double... p) {
        int n = p.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            int before = closed ? (i + n - 1) % n : Math.max(0, i - 1);
            int next = (i + 1) % n;
            int after = closed ? (i + 2) % n : Math.min(n - 1, i + 2);
            path.curveTo(
                    p[2 * i] + (p[2 * next] - p[2 * before]) / 6,
                    p[2 * i + 1] + (p[2 * next + 1] - p[2 * before + 1]) / 6,
                    p[2 * next] - (p[2 * after] - p[2 * i]) / 6,
                    p[2 * next + 1] - (p[2 * after + 1] - p[2 * i + 1]) / 6,
                    p[2 * next],
                    p[2 * next + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    /** @param roughness 0 is an ellipse, 1 very ragged */
    public static Path2D blob(double cx, double cy, double rx, double ry, double roughness, int seed) {
        int n = 22;
        double[] points = new double[n * 2];
        for (int i = 0; i < n; i++) {
            double angle = i * 2 * Math.PI / n;
            double wobble = Noise.fractal(Math.cos(angle) * 1.6 + 5, Math.sin(angle) * 1.6 + 5, 3, seed) - .5;
            double reach = 1 + roughness * 2 * wobble;
            points[2 * i] = cx + Math.cos(angle) * rx * reach;
            points[2 * i + 1] = cy + Math.sin(angle) * ry * reach;
        }
        return smooth(true, points);
    }

    /** A stone: angular, with a flat foot. */
    public static Path2D rock(double cx, double bottom, double rx, double height, int seed) {
        int n = 11;
        double[] points = new double[n * 2 + 4];
        for (int i = 0; i < n; i++) {
            double angle = Math.PI + i * Math.PI / (n - 1);
            double reach = 1 + .36 * (Noise.value(seed * 13 + i, seed) - .5);
            points[2 * i] = cx + Math.cos(angle) * rx * (1 + .15 * (Noise.value(seed, i) - .5));
            points[2 * i + 1] = bottom + Math.sin(angle) * height * reach;
        }
        points[2 * n] = cx + rx * .8;
        points[2 * n + 1] = bottom + height * .12;
        points[2 * n + 2] = cx - rx * .8;
        points[2 * n + 3] = bottom + height * .12;
        return polygon(points);
    }

    /** Everything between a profile and a bottom line. */
    public static Path2D below(double x0, double x1, double step, double bottom, Profile profile) {
        Path2D path = new Path2D.Double();
        path.moveTo(x0, bottom);
        for (double x = x0; x < x1 + step; x += step) {
            path.lineTo(x, profile.at(x));
        }
        path.lineTo(x1 + step, bottom);
        path.closePath();
        return path;
    }

    public static double[] widths(double... widths) {
        return widths;
    }

    /** A brush stroke or limb through points, its width running through the given ones, with round ends. */
    public static Path2D stroke(double[] widths, double... p) {
        int n = p.length / 2;
        int steps = Math.max(6, (n - 1) * 8);
        double[] xs = new double[steps + 1];
        double[] ys = new double[steps + 1];
        for (int k = 0; k <= steps; k++) {
            double t = k * (n - 1.0) / steps;
            int i = Math.min(n - 2, (int) t);
            int before = Math.max(0, i - 1);
            int after = Math.min(n - 1, i + 2);
            xs[k] = spline(p[2 * before], p[2 * i], p[2 * i + 2], p[2 * after], t - i);
            ys[k] = spline(p[2 * before + 1], p[2 * i + 1], p[2 * i + 3], p[2 * after + 1], t - i);
        }
        return along(widths, xs, ys, steps);
    }

    private static Path2D along(double[] widths, double[] xs, double[] ys, int steps) {
        double[] side = new double[(steps + 1) * 4];
        for (int k = 0; k <= steps; k++) {
            double dx = xs[Math.min(steps, k + 1)] - xs[Math.max(0, k - 1)];
            double dy = ys[Math.min(steps, k + 1)] - ys[Math.max(0, k - 1)];
            double length = Math.hypot(dx, dy) + 1e-9;
            double t = k * (widths.length - 1.0) / steps;
            int i = Math.min(widths.length - 2, (int) t);
            double half = (widths[i] + (widths[i + 1] - widths[i]) * (t - i)) / 2;
            int left = 4 * steps + 2 - 2 * k;
            side[2 * k] = xs[k] + dy / length * half;
            side[2 * k + 1] = ys[k] - dx / length * half;
            side[left] = xs[k] - dy / length * half;
            side[left + 1] = ys[k] + dx / length * half;
        }
        Path2D path = polygon(side);
        double first = widths[0] / 2;
        double last = widths[widths.length - 1] / 2;
        // Ends are rounded by discs of the same winding; thin ends taper out.
        appendDisc(path, xs[0], ys[0], first);
        appendDisc(path, xs[steps], ys[steps], last);
        path.setWindingRule(Path2D.WIND_NON_ZERO);
        return path;
    }

    private static void appendDisc(Path2D path, double x, double y, double radius) {
        if (radius > 0) {
            path.append(ellipse(x, y, radius, radius), false);
        }
    }

    private static double spline(double a, double b, double c, double d, double t) {
        return .5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }

    /** A flat dab, as a brush leaves it. */
    public static Path2D lens(double cx, double cy, double halfWidth, double halfHeight) {
        Path2D path = new Path2D.Double();
        path.moveTo(cx - halfWidth, cy);
        path.curveTo(
                cx - halfWidth * .4,
                cy - halfHeight * 1.3,
                cx + halfWidth * .4,
                cy - halfHeight * 1.3,
                cx + halfWidth,
                cy);
        path.curveTo(cx + halfWidth * .3, cy + halfHeight, cx - halfWidth * .3, cy + halfHeight, cx - halfWidth, cy);
        return path;
    }

    public static Shape moved(Shape shape, double dx, double dy) {
        return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
    }

    public static Shape rotated(Shape shape, double angle, double x, double y) {
        return AffineTransform.getRotateInstance(angle, x, y).createTransformedShape(shape);
    }

    public static Area common(Shape first, Shape second) {
        Area area = new Area(first);
        area.intersect(new Area(second));
        return area;
    }

    public static Area without(Shape first, Shape second) {
        Area area = new Area(first);
        area.subtract(new Area(second));
        return area;
    }
}
