package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;
import java.awt.Graphics2D;
import java.awt.Shape;

/**
 * A figure in work, drawn in units of its height with the feet at the origin, facing right.
 *
 * @param size height in canvas units, by which detail is chosen
 * @param lightAhead whether the light is on the side that the figure faces
 * @param back seen from behind
 */
record Sketch(Graphics2D g, Look look, Palette palette, Scene scene, double size, boolean lightAhead, boolean back) {
    /** Above this height in canvas units clothes show their make. */
    private static final double DETAILED = 260;

    private static final double CLOSE = 620;

    boolean detailed() {
        return size > DETAILED;
    }

    boolean close() {
        return size > CLOSE;
    }

    int figure(int colour) {
        return palette.figure(colour);
    }

    int dark(int colour, double share) {
        return Colour.mix(colour, palette.shade(), share);
    }

    int lit(int colour, double share) {
        return Colour.mix(colour, palette.light(), share);
    }

    int skin() {
        return figure(look.skin());
    }

    int top() {
        return figure(look.spacesuit() ? 0xF0EEEA : look.top());
    }

    int hair() {
        return figure(look.hair());
    }

    int accent() {
        return figure(look.accent());
    }

    /** Fills with the light side towards the light. */
    void form(Shape shape, int colour, double from, double to) {
        double bright = lightAhead ? to : from;
        double dim = lightAhead ? from : to;
        Brush.horizontal(g, shape, bright, lit(colour, .08), dim, dark(colour, .32));
    }

    void fill(Shape shape, int colour) {
        Brush.fill(g, shape, colour);
    }

    void fill(Shape shape, int colour, double alpha) {
        Brush.fill(g, shape, colour, alpha);
    }

    void line(Shape shape, double width, int colour, double alpha) {
        Brush.line(g, shape, width, colour, alpha);
    }

    void limb(int colour, double[] widths, double... points) {
        Brush.fill(g, Shapes.stroke(widths, points), colour);
    }
}
