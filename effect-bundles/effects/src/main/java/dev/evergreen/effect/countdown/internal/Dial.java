package dev.evergreen.effect.countdown.internal;

import dev.evergreen.kit.picture.Latest;
import dev.evergreen.kit.picture.Lettering;
import dev.evergreen.kit.picture.Overlay;
import dev.evergreen.spi.timeline.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** The face of a countdown. */
final class Dial {
    private final boolean ringed;
    private final int side;
    private final Color colour;
    private final Color accent;
    private final Latest<Long, Overlay> numbers = new Latest<>(this::paintNumber);

    Dial(boolean ringed, int side, Colour colour, Colour accent) {
        this.ringed = ringed;
        this.side = side;
        this.colour = new Color(colour.red(), colour.green(), colour.blue());
        this.accent = new Color(accent.red(), accent.green(), accent.blue());
    }

    Overlay number(long value) {
        return numbers.of(value);
    }

    private Overlay paintNumber(long value) {
        BufferedImage sheet = Lettering.sheet(side, side);
        Graphics2D brush = Lettering.brush(sheet);
        String text = Long.toString(value);
        Font font = Lettering.fitting(text, true, (ringed ? 0.55 : 0.9) * side, (ringed ? 0.62 : 0.98) * side);
        brush.setFont(font);
        FontMetrics metrics = brush.getFontMetrics();
        int x = (side - metrics.stringWidth(text)) / 2;
        int y = (side - metrics.getHeight()) / 2 + metrics.getAscent();
        int shadow = Math.max(1, side / 90);
        brush.setColor(new Color(0, 0, 0, 140));
        brush.drawString(text, x + shadow, y + shadow);
        brush.setColor(colour);
        brush.drawString(text, x, y);
        brush.dispose();
        return new Overlay(sheet);
    }

    /**
     * @param share of the way around, 0 to 1
     */
    Overlay ring(double share) {
        BufferedImage sheet = Lettering.sheet(side, side);
        if (ringed) {
            Graphics2D brush = Lettering.brush(sheet);
            double thick = 0.06 * side;
            brush.setColor(new Color(10, 14, 16, 150));
            brush.fill(new Ellipse2D.Double(0, 0, side, side));
            brush.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            brush.setColor(accent);
            brush.draw(new Arc2D.Double(
                    thick, thick, side - 2 * thick, side - 2 * thick, 90, -360 * (1 - share), Arc2D.OPEN));
            brush.dispose();
        }
        return new Overlay(sheet);
    }
}
