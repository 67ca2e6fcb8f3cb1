package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.ArrayList;
import java.util.List;

/** Paints captions, one picture for each state. */
public final class CaptionPainter {
    private final Fonts fonts;
    private final Canvas canvas;
    private final SafeArea safe;

    public CaptionPainter(Fonts fonts, Canvas canvas) {
        this.fonts = fonts;
        this.canvas = canvas;
        safe = SafeArea.of(canvas);
    }

    /** Whether the caption, set as it would be, stays inside the safe area. */
    public boolean safe(String text, CaptionStyle style) {
        Place place = place(text, style);
        return safe.holds(place.left, place.top, place.left + place.width, place.top + place.height);
    }

    /**
     * @param lit which of the words is spoken; -1 for none
     */
    public TextPicture paint(String text, CaptionStyle style, List<WordTiming> words, int lit) {
        Place place = place(text, style);
        TextBlock block = place.block;
        double outline = block.size * 0.07;
        Sheet sheet = new Sheet(
                place.left - outline,
                place.top - outline,
                place.left + place.width + outline,
                place.top + place.height + outline);
        sheet.box(place.left, place.top, place.width, place.height, block.size * 0.28, style.box());
        int[] range = lit < 0 ? new int[] {0, 0} : range(text, words, lit);
        for (int i = 0; i < block.lines.size(); i++) {
            TextBlock.Line line = block.lines.get(i);
            double x = place.left + (place.width - line.layout().getAdvance()) / 2;
            double y = place.top + place.padding + block.baseline(i);
            sheet.line(line, x, y, style.text(), style.outline(), outline);
            int from = Math.max(0, range[0] - line.start());
            int to = Math.min(line.layout().getCharacterCount(), range[1] - line.start());
            if (to > from) {
                sheet.lit(line, from, to, x, y, style.highlight());
            }
        }
        return sheet.finish();
    }

    private static int[] range(String text, List<WordTiming> words, int lit) {
        int at = 0;
        for (int i = 0; i <= lit; i++) {
            String word = words.get(i).text().strip();
            int found = text.indexOf(word, at);
            if (found >= 0) {
                if (i == lit) {
                    return new int[] {found, found + word.length()};
                }
                at = found + word.length();
            }
        }
        return new int[] {0, 0};
    }

    private record Place(TextBlock block, double left, double top, double width, double height, double padding) {}

    private Place place(String text, CaptionStyle style) {
        float size = (float) (style.size() * Math.min(canvas.width(), canvas.height()));
        double sidePadding = size * 0.55;
        double widest = Math.min(safe.width() - 2 * sidePadding, canvas.width() * 0.8);
        TextBlock block = TextBlock.of(
                fonts, text.strip(), style.fontFamily(), style.bold(), size, (float) widest, style.maxLines());
        double padding = block.size * 0.22;
        double width = block.width + 2 * sidePadding;
        double height = block.height() + 2 * padding;
        double top = switch (style.position()) {
            case TOP -> safe.top() + size * 0.3;
            case MIDDLE -> (canvas.height() - height) / 2;
            case BOTTOM -> safe.bottom() - size * 0.5 - height;
        };
        return new Place(block, safe.centre() - width / 2, top, width, height, padding);
    }

    /** The moments, counted from the caption's start, at which its look changes, with the word that is then lit. */
    public static List<long[]> states(List<WordTiming> words) {
        List<long[]> states = new ArrayList<>();
        states.add(new long[] {0, -1});
        for (int i = 0; i < words.size(); i++) {
            states.add(new long[] {words.get(i).startFrame(), i});
        }
        return states;
    }
}
