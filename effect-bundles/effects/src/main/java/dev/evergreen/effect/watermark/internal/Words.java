package dev.evergreen.effect.watermark.internal;

import dev.evergreen.kit.picture.Lettering;
import dev.evergreen.kit.picture.Overlay;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Sets a line with a faint shadow. */
final class Words {
    private Words() {}

    static Overlay line(String line, Font font, Color colour) {
        FontMetrics metrics = Lettering.sheet(2, 2).createGraphics().getFontMetrics(font);
        int shadow = Math.max(1, Math.round(font.getSize2D() / 18));
        BufferedImage sheet = Lettering.sheet(metrics.stringWidth(line) + 2 * shadow, metrics.getHeight() + 2 * shadow);
        Graphics2D brush = Lettering.brush(sheet);
        brush.setFont(font);
        brush.setColor(new Color(0, 0, 0, 110));
        brush.drawString(line, 2 * shadow, metrics.getAscent() + 2 * shadow);
        brush.setColor(colour);
        brush.drawString(line, shadow, metrics.getAscent() + shadow);
        brush.dispose();
        return new Overlay(sheet);
    }
}
