package dev.evergreen.effect.title.internal;

import dev.evergreen.kit.picture.Lettering;
import dev.evergreen.kit.picture.Overlay;
import dev.evergreen.kit.picture.Panel;
import dev.evergreen.kit.picture.Words;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** Paints titles. */
final class Presets {
    private Presets() {}

    static Panel panel(EffectRequest request, MediaFormat in) {
        String preset = request.text("preset", "clean");
        String given = Lettering.checked("The title", request.text("heading", "Tide Pools"));
        String heading = preset.equals("poster") ? given.toUpperCase(Locale.ROOT) : given;
        String subheading = Lettering.checked("The title", request.text("subheading", "A film by Mara Lind"));
        double size = request.number("size", 0.16) * in.height();
        double wanted = preset.equals("poster") ? 1.5 * size : size;
        Words top = Words.fitting(heading, true, wanted, 0.84 * in.width());
        Words below = Words.fitting(subheading, false, 0.34 * size, 0.84 * in.width());
        BufferedImage sheet = Lettering.sheet(in.width(), in.height());
        Graphics2D brush = Lettering.brush(sheet);
        int gap = (int) Math.round(0.12 * size);
        int height = top.height() + gap + below.height();
        int y = (in.height() - height) / 2;
        Rectangle2D.Double words = new Rectangle2D.Double(
                (in.width() - Math.max(top.width(), below.width())) / 2.0,
                y,
                Math.max(top.width(), below.width()),
                height);
        ornament(brush, preset, colour(request.text("accent", "#2fbf71")), words, size, in.width());
        Color ink = colour(request.text("colour", "#ffffff"));
        boolean above = preset.equals("kicker");
        int headingY = above ? y + below.height() + gap + top.ascent() : y + top.ascent();
        int subheadingY = above ? y + below.ascent() : y + top.height() + gap + below.ascent();
        write(brush, top, ink, in.width(), headingY);
        write(brush, below, ink, in.width(), subheadingY);
        brush.dispose();
        return new Panel(new Overlay(sheet), 0, 0);
    }

    private static Color colour(String hex) {
        Colour colour = Colour.of(hex);
        return new Color(colour.red(), colour.green(), colour.blue());
    }

    private static void ornament(
            Graphics2D brush, String preset, Color accent, Rectangle2D words, double size, int width) {
        double pad = 0.35 * size;
        switch (preset) {
            case "framed" -> {
                brush.setColor(accent);
                brush.setStroke(new BasicStroke((float) Math.max(2, 0.035 * size)));
                brush.draw(new Rectangle2D.Double(
                        words.getX() - pad,
                        words.getY() - pad / 2,
                        words.getWidth() + 2 * pad,
                        words.getHeight() + pad));
            }
            case "band" -> {
                brush.setColor(new Color(10, 14, 16, 170));
                brush.fill(new Rectangle2D.Double(0, words.getY() - pad / 2, width, words.getHeight() + pad));
            }
            case "poster" -> {
                brush.setColor(accent);
                double thick = Math.max(2, 0.08 * size);
                brush.fill(new Rectangle2D.Double(words.getX(), words.getY() - thick, words.getWidth(), thick));
                brush.fill(new Rectangle2D.Double(words.getX(), words.getMaxY() + thick, words.getWidth(), thick));
            }
            default -> {
                brush.setColor(accent);
                double thick = Math.max(2, 0.03 * size);
                double across = 0.9 * size;
                brush.fill(new Rectangle2D.Double((width - across) / 2, words.getMaxY() + 0.12 * size, across, thick));
            }
        }
    }

    private static void write(Graphics2D brush, Words line, Color ink, int width, int y) {
        int x = (width - line.width()) / 2;
        int shadow = Math.max(1, (int) Math.round(line.size() / 30));
        brush.setColor(new Color(0, 0, 0, 130));
        line.draw(brush, x + shadow, y + shadow);
        brush.setColor(ink);
        line.draw(brush, x, y);
    }
}
