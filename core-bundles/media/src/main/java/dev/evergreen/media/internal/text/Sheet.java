package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** A clear sheet laid on the canvas's grid, on which words are painted in canvas coordinates. */
final class Sheet {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final int x;
    private final int y;

    /** Covers at least the given part of the canvas. */
    Sheet(Canvas canvas, double left, double top, double right, double bottom) {
        x = (int) Math.max(0, Math.min(Math.floor(left), canvas.width() - 8)) & ~7;
        y = (int) Math.max(0, Math.min(Math.floor(top), canvas.height() - 2)) & ~1;
        int width = (int) Math.ceil(Math.min(right, canvas.width())) - x + 7 & ~7;
        int height = (int) Math.ceil(Math.min(bottom, canvas.height())) - y + 1 & ~1;
        image = new BufferedImage(Math.max(8, width), Math.max(2, height), BufferedImage.TYPE_INT_ARGB);
        graphics = brush();
    }

    private Sheet(Sheet other) {
        x = other.x;
        y = other.y;
        image = new BufferedImage(other.image.getWidth(), other.image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        image.setData(other.image.getData());
        graphics = brush();
    }

    /** The same sheet with what is painted on it, to be painted on further. */
    Sheet copy() {
        return new Sheet(this);
    }

    private Graphics2D brush() {
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        brush.translate(-x, -y);
        return brush;
    }

    void box(double left, double top, double width, double height, double radius, Colour colour) {
        if (colour.alpha() > 0) {
            graphics.setColor(awt(colour));
            graphics.fill(new RoundRectangle2D.Double(left, top, width, height, 2 * radius, 2 * radius));
        }
    }

    /** What follows is painted larger or smaller about a point. */
    void scaled(double centreX, double centreY, double factor, Runnable painting) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(centreX, centreY);
        graphics.scale(factor, factor);
        graphics.translate(-centreX, -centreY);
        painting.run();
        graphics.setTransform(before);
    }

    void line(TextBlock.Line line, double left, double baseline, Ink ink) {
        below(line, left, baseline, ink);
        letters(line, left, baseline, ink.fill());
    }

    /** The line around the letters. Words are outlines, which look the same whatever rasteriser the machine has. */
    void below(TextBlock.Line line, double left, double baseline, Ink ink) {
        if (ink.line().alpha() > 0) {
            around(line, left, baseline, ink.line(), ink.lineWidth());
        }
    }

    private void around(TextBlock.Line line, double left, double baseline, Colour colour, double width) {
        graphics.setColor(awt(colour));
        graphics.setStroke(
                new BasicStroke((float) Math.max(0.01, 2 * width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Area silhouette = new Area();
        for (Map.Entry<Integer, String> emoji : line.emoji().entrySet()) {
            AffineTransform place = place(line, emoji.getKey(), left, baseline);
            for (Emoji.Part part : Emoji.parts(emoji.getValue())) {
                silhouette.add(new Area(place.createTransformedShape(part.shape())));
            }
        }
        Shape letters = line.layout().getOutline(AffineTransform.getTranslateInstance(left, baseline));
        Path2D all = new Path2D.Double(letters);
        all.append(silhouette, false);
        graphics.draw(all);
        graphics.fill(all);
    }

    /** A line of words without what is around them. */
    void letters(TextBlock.Line line, double left, double baseline, Colour colour) {
        graphics.setColor(awt(colour));
        graphics.fill(line.layout().getOutline(AffineTransform.getTranslateInstance(left, baseline)));
        for (Map.Entry<Integer, String> emoji : line.emoji().entrySet()) {
            AffineTransform place = place(line, emoji.getKey(), left, baseline);
            for (Emoji.Part part : Emoji.parts(emoji.getValue())) {
                graphics.setColor(part.colour());
                graphics.fill(place.createTransformedShape(part.shape()));
            }
        }
    }

    /** Paints a part of a line, given by the layout's places, in another colour. */
    void lit(TextBlock.Line line, int from, int to, double left, double baseline, Colour colour) {
        AffineTransform place = AffineTransform.getTranslateInstance(left, baseline);
        Shape before = graphics.getClip();
        graphics.clip(place.createTransformedShape(line.layout().getLogicalHighlightShape(from, to)));
        graphics.setColor(awt(colour));
        graphics.fill(line.layout().getOutline(place));
        graphics.setClip(before);
    }

    /** From an em of one pixel to where an emoji stands. */
    private static AffineTransform place(TextBlock.Line line, int shown, double left, double baseline) {
        int at = shown - line.from();
        double x =
                line.layout().getLogicalHighlightShape(at, at + 1).getBounds2D().getX();
        AffineTransform place = AffineTransform.getTranslateInstance(left + x, baseline);
        place.scale(line.size(), line.size());
        return place;
    }

    TextPicture finish(Shadow shadow) {

        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        shadow.under(argb, width, height);
        return new TextPicture(argb, width, height, x, y);
    }

    private static Color awt(Colour colour) {
        return new Color(colour.red(), colour.green(), colour.blue(), colour.alpha());
    }
}
