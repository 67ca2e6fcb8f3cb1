package dev.evergreen.effect.mask.internal;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** The shapes of a mask. */
final class Shapes {
    private Shapes() {}

    /**
     * @param state centre across and down, width, height in pixels, angle in degrees
     */
    static Shape placed(String name, List<Double> state) {
        AffineTransform place = new AffineTransform();
        place.translate(state.get(0), state.get(1));
        place.rotate(Math.toRadians(state.get(4)));
        place.scale(state.get(2), state.get(3));
        return place.createTransformedShape(unit(name));
    }

    /** A shape of width and height 1 around the origin. */
    private static Shape unit(String name) {
        return switch (name) {
            case "rectangle" -> new Rectangle2D.Double(-0.5, -0.5, 1, 1);
            case "rounded" -> new RoundRectangle2D.Double(-0.5, -0.5, 1, 1, 0.25, 0.25);
            case "ellipse" -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
            case "diamond" -> polygon(4, 1);
            case "star" -> polygon(10, 0.45);
            case "heart" -> heart();
            default ->
                throw new IllegalArgumentException("There is no shape " + name + "; see the effect's description");
        };
    }

    /** Corners on a circle; every other one nearer to the centre. */
    private static Shape polygon(int corners, double inner) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double radius = i % 2 == 0 ? 0.5 : 0.5 * inner;
            double angle = 2 * Math.PI * i / corners - Math.PI / 2;
            if (i == 0) {
                path.moveTo(radius * Math.cos(angle), radius * Math.sin(angle));
            } else {
                path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
            }
        }
        path.closePath();
        return path;
    }

    private static Shape heart() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0.5);
        path.curveTo(-0.7, 0, -0.55, -0.5, -0.25, -0.5);
        path.curveTo(-0.1, -0.5, 0, -0.38, 0, -0.28);
        path.curveTo(0, -0.38, 0.1, -0.5, 0.25, -0.5);
        path.curveTo(0.55, -0.5, 0.7, 0, 0, 0.5);
        path.closePath();
        return path;
    }
}
