package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * Draws in a box of its own: about one unit wide, the foot at the origin, up is negative, the front to the right. Colours are the thing's
 * own; the light is added here.
 */
abstract class Drawing extends Painting {
    protected Graphics2D g;

    protected Drawing(Picture picture) {
        super(picture);
        g = picture.props();
    }

    final void on(Graphics2D graphics) {
        g = graphics;
    }

    /** A smooth outline. */
    protected void shape(String outline, int colour) {
        Brush.fill(g, Shapes.closed(outline), figure(colour));
    }

    /** A smooth outline, lit from above. */
    protected void body(String outline, int colour) {
        lit(Shapes.closed(outline), colour);
    }

    /** An angular outline. */
    protected void plate(String outline, int colour) {
        Brush.fill(g, Shapes.polygon(outline), figure(colour));
    }

    /** An angular outline, lit from above. */
    protected void block(String outline, int colour) {
        lit(Shapes.polygon(outline), colour);
    }

    protected void lit(Shape shape, int colour) {
        Rectangle2D box = shape.getBounds2D();
        int own = figure(colour);
        Brush.gradient(
                g,
                shape,
                box.getMaxX() - box.getWidth() * .2,
                box.getMinY(),
                lit(own, .2),
                box.getMinX() + box.getWidth() * .2,
                box.getMaxY(),
                dark(own, .32));
    }

    protected void box(double x, double y, double w, double h, double radius, int colour) {
        lit(Shapes.rounded(x, y, w, h, radius), colour);
    }

    protected void flat(double x, double y, double w, double h, int colour) {
        Brush.fill(g, Shapes.rectangle(x, y, w, h), figure(colour));
    }

    protected void disc(double x, double y, double rx, double ry, int colour) {
        Brush.fill(g, Shapes.ellipse(x, y, rx, ry), figure(colour));
    }

    protected void ball(double x, double y, double rx, double ry, int colour) {
        lit(Shapes.ellipse(x, y, rx, ry), colour);
    }

    /** A limb or stem. */
    protected void limb(int colour, double[] widths, String points) {
        Brush.fill(g, Shapes.stroke(widths, Shapes.points(points)), figure(colour));
    }

    protected void line(double thickness, int colour, String points) {
        Brush.line(g, Shapes.open(points), thickness, figure(colour));
    }

    protected void straight(double thickness, int colour, double x0, double y0, double x1, double y1) {
        Brush.line(g, Shapes.line(x0, y0, x1, y1), thickness, figure(colour));
    }

    protected void ring(double thickness, int colour, double x, double y, double rx, double ry) {
        Brush.line(g, Shapes.ellipse(x, y, rx, ry), thickness, figure(colour));
    }

    protected void eye(double x, double y, double size) {
        Brush.fill(g, Shapes.ellipse(x, y, size, size * 1.15), 0x2A2030);
    }

    /** Gives light of itself. */
    protected void shine(double x, double y, double radius, int colour, double strength) {
        Brush.glow(g, x, y, radius, colour, strength);
    }

    protected void bright(Shape shape, int colour) {
        Brush.fill(g, shape, colour);
    }

    /** Draws turned about a point. */
    protected void turned(double angle, double x, double y, Runnable drawing) {
        AffineTransform before = g.getTransform();
        g.rotate(angle, x, y);
        drawing.run();
        g.setTransform(before);
    }

    protected static double[] widths(double... widths) {
        return widths;
    }
}
