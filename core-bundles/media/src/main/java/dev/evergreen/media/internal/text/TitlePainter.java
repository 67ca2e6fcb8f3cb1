package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.TitleSource;

/** Paints title cards, lower thirds and corner titles. */
public final class TitlePainter {
    private final Fonts fonts;
    private final Canvas canvas;
    private final SafeArea safe;
    private final String language;

    /**
     * @param language of the film as in BCP 47; may be empty
     */
    public TitlePainter(Fonts fonts, Canvas canvas, String language) {
        this.fonts = fonts;
        this.canvas = canvas;
        this.language = language;
        safe = SafeArea.of(canvas);
    }

    public TextPicture paint(TitleSource title) {
        return switch (title.layout()) {
            case CARD -> card(title);
            case LOWER_THIRD -> lowerThird(title);
            case CORNER -> corner(title);
        };
    }

    private double unit() {
        return Math.min(canvas.width(), canvas.height());
    }

    private TextBlock block(String text, boolean bold, double share, double width, int lines) {
        return TextBlock.of(
                fonts,
                new TextBlock.Text(text, Typeface.INTER.family, bold, language, (float) (unit() * share)),
                new TextBlock.Room((float) width, lines, (float) (safe.height() / 2)));
    }

    private TextPicture card(TitleSource title) {
        double width = Math.min(safe.centredWidth(), canvas.width() * 0.8);
        TextBlock heading = block(title.heading(), true, 0.098, width, 3);
        TextBlock sub = block(title.subheading(), false, 0.042, width, 3);
        double gap = unit() * 0.03;
        boolean rule = title.accent().alpha() > 0;
        double height = heading.height() + (rule ? gap * 2 : 0) + (sub.lines.isEmpty() ? 0 : sub.height() + gap);
        double top = (canvas.height() - height) / 2;
        double centre = canvas.width() / 2.0;
        double half = Math.max(Math.max(heading.width, sub.width), unit() * 0.2) / 2 + unit() * 0.06;
        Sheet sheet =
                new Sheet(canvas, centre - half, top - unit() * 0.06, centre + half, top + height + unit() * 0.06);
        double soft = unit() * 0.006;
        Colour shade = new Colour(0, 0, 0, title.backdrop().alpha() == 255 ? 0 : 70);
        Ink ink = new Ink(title.text(), shade, soft);
        centred(sheet, heading, centre, top, ink);
        double below = top + heading.height() + gap;
        if (rule) {
            sheet.box(centre - unit() * 0.07, below, unit() * 0.14, unit() * 0.006, unit() * 0.003, title.accent());
            below += gap;
        }
        centred(sheet, sub, centre, below, ink);
        return sheet.finish(Shadow.NONE);
    }

    private static void centred(Sheet sheet, TextBlock block, double centre, double top, Ink ink) {
        for (int i = 0; i < block.lines.size(); i++) {
            TextBlock.Line line = block.lines.get(i);
            sheet.line(line, centre - line.layout().getAdvance() / 2, top + block.baseline(i), ink);
        }
    }

    private TextPicture lowerThird(TitleSource title) {
        double width = safe.width() * 0.6;
        TextBlock heading = block(title.heading(), true, 0.052, width, 2);
        TextBlock sub = block(title.subheading(), false, 0.032, width, 2);
        double padding = unit() * 0.025;
        double bar = unit() * 0.008;
        double inside = Math.max(heading.width, sub.width);
        double boxWidth = bar + 2 * padding + inside;
        double boxHeight = 2 * padding * 0.7 + heading.height() + sub.height();
        double left = safe.left() + unit() * 0.01;
        double top = safe.bottom() - unit() * 0.2 - boxHeight;
        Sheet sheet = new Sheet(canvas, left, top, left + boxWidth + 2, top + boxHeight + 2);
        sheet.box(left, top, boxWidth, boxHeight, unit() * 0.008, title.backdrop());
        sheet.box(left, top, bar, boxHeight, bar / 2, title.accent());
        aligned(sheet, heading, left + bar + padding, inside, top + padding * 0.7, title.text());
        aligned(sheet, sub, left + bar + padding, inside, top + padding * 0.7 + heading.height(), title.text());
        return sheet.finish(Shadow.NONE);
    }

    private TextPicture corner(TitleSource title) {
        double width = safe.width() * 0.5;
        TextBlock heading = block(title.heading(), true, 0.034, width, 2);
        TextBlock sub = block(title.subheading(), false, 0.027, width, 2);
        double padding = unit() * 0.016;
        double inside = Math.max(heading.width, sub.width);
        double boxWidth = 2 * padding + inside;
        double boxHeight = padding + heading.height() + sub.height();
        Sheet sheet =
                new Sheet(canvas, safe.left(), safe.top(), safe.left() + boxWidth + 2, safe.top() + boxHeight + 2);
        sheet.box(safe.left(), safe.top(), boxWidth, boxHeight, unit() * 0.008, title.backdrop());
        aligned(sheet, heading, safe.left() + padding, inside, safe.top() + padding / 2, title.text());
        aligned(sheet, sub, safe.left() + padding, inside, safe.top() + padding / 2 + heading.height(), title.text());
        return sheet.finish(Shadow.NONE);
    }

    /** Lines begin at the side where their script begins. */
    private static void aligned(Sheet sheet, TextBlock block, double left, double width, double top, Colour colour) {
        for (int i = 0; i < block.lines.size(); i++) {
            TextBlock.Line line = block.lines.get(i);
            double start = line.rightToLeft() ? left + width - line.layout().getAdvance() : left;
            sheet.line(line, start, top + block.baseline(i), Ink.plain(colour));
        }
    }
}
