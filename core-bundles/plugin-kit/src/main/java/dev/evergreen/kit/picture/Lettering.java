package dev.evergreen.kit.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** Words for effects, in the typeface that the engine brings along. */
public final class Lettering {
    /** Registered with Java by the engine; where there is no engine, Java's own typeface stands in. */
    static final String FAMILY = "Inter";

    private Lettering() {}

    /**
     * @param size height of the letters' em in pixels
     */
    public static Font font(boolean bold, double size) {
        return new Font(FAMILY, bold ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) Math.max(1, size))
                .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }

    /**
     * Refuses what no typeface can show.
     *
     * @param what names the text in the message
     */
    public static String checked(String what, String text) {
        List<String> missing = Words.missing(text);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(what + " has letters that no typeface has for effects; replace them: "
                    + String.join(", ", missing));
        }
        return text;
    }

    /** The largest font of at most a size in which a line is no wider than a length in pixels. */
    public static Font fitting(String line, boolean bold, double size, double width) {
        Font font = font(bold, size);
        double wide = font.getStringBounds(line, new java.awt.font.FontRenderContext(null, true, true))
                .getWidth();
        return wide <= width ? font : font(bold, size * width / wide);
    }

    /** A clear picture. */
    public static BufferedImage sheet(int width, int height) {
        return new BufferedImage(Math.max(2, width), Math.max(2, height), BufferedImage.TYPE_INT_ARGB);
    }

    /** Paints on a picture, smoothly. */
    public static Graphics2D brush(BufferedImage sheet) {
        Graphics2D brush = sheet.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return brush;
    }
}
