package dev.evergreen.provider.offline.illustrator.internal.shapes;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/** Ways of laying colour on a surface. */
public final class Brush {
    private Brush() {}

    public static Graphics2D on(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }

    public static void fill(Graphics2D g, Shape shape, int colour) {
        g.setPaint(Colour.paint(colour));
        g.fill(shape);
    }

    public static void fill(Graphics2D g, Shape shape, int colour, double alpha) {
        g.setPaint(Colour.paint(colour, alpha));
        g.fill(shape);
    }

    /** A line with round ends. */
    public static void line(Graphics2D g, Shape shape, double width, int colour) {
        line(g, shape, width, colour, 1);
    }

    public static void line(Graphics2D g, Shape shape, double width, int colour, double alpha) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setPaint(Colour.paint(colour, alpha));
        g.draw(shape);
    }

    public static void gradient(
            Graphics2D g, Shape shape, double x0, double y0, int colour0, double x1, double y1, int colour1) {
        fade(g, shape, x0, y0, colour0, 1, x1, y1, colour1, 1);
    }

    /** A gradient from one height to another. */
    public static void vertical(Graphics2D g, Shape shape, double y0, int colour0, double y1, int colour1) {
        fade(g, shape, 0, y0, colour0, 1, 0, y1, colour1, 1);
    }

    /** A gradient from one side to the other. */
    public static void horizontal(Graphics2D g, Shape shape, double x0, int colour0, double x1, int colour1) {
        fade(g, shape, x0, 0, colour0, 1, x1, 0, colour1, 1);
    }

    /** A gradient of colour and transparency. */
    public static void fade(
            Graphics2D g,
            Shape shape,
            double x0,
            double y0,
            int colour0,
            double alpha0,
            double x1,
            double y1,
            int colour1,
            double alpha1) {
        g.setPaint(new GradientPaint(
                (float) x0,
                (float) y0,
                Colour.paint(colour0, alpha0),
                (float) x1,
                (float) y1,
                Colour.paint(colour1, alpha1)));
        g.fill(shape);
    }

    public static void glow(Graphics2D g, double cx, double cy, double radius, int colour, double alpha) {
        g.setPaint(new RadialGradientPaint(
                (float) cx, (float) cy, (float) radius, new float[] {0, .25f, .6f, 1}, new Color[] {
                    Colour.paint(colour, alpha),
                    Colour.paint(colour, alpha * .55),
                    Colour.paint(colour, alpha * .14),
                    Colour.paint(colour, 0)
                }));
        g.fill(Shapes.ellipse(cx, cy, radius, radius));
    }

    /** A dark shape with a lit side: the shape itself, shifted, where the two overlap. */
    public static void form(Graphics2D g, Shape shape, int lit, int dark, double dx, double dy) {
        fill(g, shape, dark);
        fill(g, Shapes.common(shape, Shapes.moved(shape, dx, dy)), lit);
    }
}
