package dev.evergreen.effect.pictureinpicture.internal;

import dev.evergreen.kit.picture.Lettering;
import dev.evergreen.kit.picture.Mask;
import dev.evergreen.kit.picture.Overlay;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** The box that a small picture lies in. */
final class Box {
    private final double radius;
    private final double border;
    private final Colour colour;

    Box(double radius, double border, Colour colour) {
        this.radius = radius;
        this.border = border;
        this.colour = colour;
    }

    /** A box at its place. */
    record Painted(Mask mask, Overlay border) {}

    /**
     * @param state centre across and down in pixels, size, angle in degrees
     */
    Painted paint(MediaFormat in, List<Double> state) {
        double width = in.width() * state.get(2);
        double height = in.height() * state.get(2);
        double corner = 2 * radius * Math.min(width, height);
        AffineTransform place = new AffineTransform();
        place.translate(state.get(0), state.get(1));
        place.rotate(Math.toRadians(state.get(3)));
        Shape shape = place.createTransformedShape(
                new RoundRectangle2D.Double(-width / 2, -height / 2, width, height, corner, corner));
        BufferedImage sheet = Lettering.sheet(in.width(), in.height());
        if (border > 0) {
            Graphics2D brush = Lettering.brush(sheet);
            brush.setColor(new Color(colour.red(), colour.green(), colour.blue()));
            brush.setStroke(new BasicStroke((float) (border * width)));
            brush.draw(shape);
            brush.dispose();
        }
        return new Painted(Mask.of(in, shape, 0, false), new Overlay(sheet));
    }
}
