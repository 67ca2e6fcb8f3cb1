package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** A clear sheet laid on the canvas's grid, on which words are painted in canvas coordinates. */
final class Sheet {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final int x;
    private final int y;

    /** Covers at least the given part of the canvas. */
    Sheet(double left, double top, double right, double bottom) {
        x = Math.max(0, (int) Math.floor(left)) & ~7;
        y = Math.max(0, (int) Math.floor(top)) & ~1;
        int width = (int) Math.ceil(right) - x + 7 & ~7;
        int height = (int) Math.ceil(bottom) - y + 1 & ~1;
        image = new BufferedImage(Math.max(8, width), Math.max(2, height), BufferedImage.TYPE_INT_ARGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(-x, -y);
    }

    void box(double left, double top, double width, double height, double radius, Colour colour) {
        if (colour.alpha() > 0) {
            graphics.setColor(awt(colour));
            graphics.fill(new RoundRectangle2D.Double(left, top, width, height, 2 * radius, 2 * radius));
        }
    }

    /** Paints a line of words as outlines, which look the same whatever rasteriser the machine has. */
    void line(TextBlock.Line line, double left, double baseline, Colour colour, Colour outline, double outlineWidth) {
        Shape letters = line.layout().getOutline(AffineTransform.getTranslateInstance(left, baseline));
        if (outline.alpha() > 0) {
            graphics.setColor(awt(outline));
            graphics.setStroke(
                    new BasicStroke((float) (2 * outlineWidth), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(letters);
        }
        graphics.setColor(awt(colour));
        graphics.fill(letters);
    }

    /** Paints a part of a line, given by its letters, in another colour. */
    void lit(TextBlock.Line line, int from, int to, double left, double baseline, Colour colour) {
        AffineTransform place = AffineTransform.getTranslateInstance(left, baseline);
        Shape before = graphics.getClip();
        graphics.clip(place.createTransformedShape(line.layout().getLogicalHighlightShape(from, to)));
        graphics.setColor(awt(colour));
        graphics.fill(line.layout().getOutline(place));
        graphics.setClip(before);
    }

    TextPicture finish() {
        graphics.dispose();
        int width = image.getWidth();
        int height = image.getHeight();
        return new TextPicture(image.getRGB(0, 0, width, height, null, 0, width), width, height, x, y);
    }

    private static Color awt(Colour colour) {
        return new Color(colour.red(), colour.green(), colour.blue(), colour.alpha());
    }
}
