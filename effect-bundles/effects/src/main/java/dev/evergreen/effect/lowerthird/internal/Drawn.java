package dev.evergreen.effect.lowerthird.internal;

import dev.evergreen.kit.picture.Lettering;
import dev.evergreen.kit.picture.Overlay;
import dev.evergreen.kit.picture.Panel;
import dev.evergreen.kit.picture.Words;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.Colour;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Paints a lower third. */
final class Drawn {
    private static final double MARGIN = 0.08;

    private Drawn() {}

    static Panel panel(EffectRequest request, MediaFormat in) {
        String name = Lettering.checked("The lower third", request.text("name", "Mara Lind"));
        String role = Lettering.checked("The lower third", request.text("role", "Marine biologist"));
        String style = request.text("style", "bar");
        double size = request.number("size", 0.065) * in.height();
        double widest = 0.8 * in.width() - 2 * size;
        Words top = Words.fitting(name, true, size, widest);
        Words below = Words.fitting(role, false, 0.58 * size, widest);
        int pad = (int) Math.round(0.45 * size);
        int edge = style.equals("bar") ? Math.max(2, (int) Math.round(0.12 * size)) : 0;
        int width = Math.max(top.width(), below.width()) + 2 * pad + edge;
        int height = top.height() + (role.isEmpty() ? 0 : below.height()) + pad;
        BufferedImage sheet = Lettering.sheet(width, height);
        Graphics2D brush = Lettering.brush(sheet);
        Colour wanted = Colour.of(request.text("accent", "#2fbf71"));
        Color accent = new Color(wanted.red(), wanted.green(), wanted.blue());
        ground(brush, style, accent, width, height, edge);
        write(brush, top, Color.WHITE, edge + pad, pad / 2 + top.ascent());
        Color second = style.equals("box") ? Color.WHITE : new Color(225, 230, 228);
        write(brush, below, second, edge + pad, pad / 2 + top.height() + below.ascent());
        brush.dispose();
        int margin = (int) Math.round(MARGIN * in.height());
        int x = request.text("side", "left").equals("left") ? margin : in.width() - margin - width;
        return new Panel(new Overlay(sheet), x, in.height() - 2 * margin - height);
    }

    private static void ground(Graphics2D brush, String style, Color accent, int width, int height, int edge) {
        switch (style) {
            case "bar" -> {
                brush.setColor(new Color(12, 18, 16, 190));
                brush.fillRect(0, 0, width, height);
                brush.setColor(accent);
                brush.fillRect(0, 0, edge, height);
            }
            case "box" -> {
                brush.setColor(accent);
                brush.fill(new RoundRectangle2D.Double(0, 0, width, height, height / 4.0, height / 4.0));
            }
            default -> {
                brush.setColor(accent);
                brush.fillRect(0, height - Math.max(2, height / 24), width, Math.max(2, height / 24));
            }
        }
    }

    private static void write(Graphics2D brush, Words line, Color colour, int x, int y) {
        brush.setColor(new Color(0, 0, 0, 120));
        int shadow = Math.max(1, (int) Math.round(line.size() / 24));
        line.draw(brush, x + shadow, y + shadow);
        brush.setColor(colour);
        line.draw(brush, x, y);
    }
}
