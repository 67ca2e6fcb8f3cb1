package dev.evergreen.media.internal.text;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** A text broken into lines. */
final class TextBlock {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final double LEADING = 1.22;
    private static final double SMALLEST = 0.45;

    /** A line and where in the text it starts. */
    record Line(TextLayout layout, int start, int length) {}

    final List<Line> lines;
    final float size;
    final float width;

    private TextBlock(List<Line> lines, float size) {
        this.lines = lines;
        this.size = size;
        float widest = 0;
        for (Line line : lines) {
            widest = Math.max(widest, line.layout.getAdvance());
        }
        width = widest;
    }

    /** Breaks a text at spaces, sets it smaller where it needs more than {@code maxLines}, and makes lines of like length. */
    static TextBlock of(
            Fonts fonts, String text, String family, boolean bold, float size, float maxWidth, int maxLines) {
        float tried = size;
        TextBlock block = broken(fonts, text, family, bold, tried, maxWidth);
        while ((block.lines.size() > maxLines || block.width > maxWidth) && tried > size * SMALLEST) {
            tried *= 0.95f;
            block = broken(fonts, text, family, bold, tried, maxWidth);
        }
        return block.lines.size() <= 1 ? block : balanced(fonts, text, family, bold, tried, maxWidth, block);
    }

    private static TextBlock balanced(
            Fonts fonts, String text, String family, boolean bold, float size, float maxWidth, TextBlock first) {
        float low = maxWidth / 3;
        float high = maxWidth;
        TextBlock best = first;
        for (int i = 0; i < 8; i++) {
            float middle = (low + high) / 2;
            TextBlock tried = broken(fonts, text, family, bold, size, middle);
            if (tried.lines.size() <= first.lines.size() && tried.width <= maxWidth) {
                best = tried;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    private static TextBlock broken(Fonts fonts, String text, String family, boolean bold, float size, float width) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (String paragraph : text.split("\n", -1)) {
            if (!paragraph.isBlank()) {
                AttributedString dressed = fonts.dress(paragraph, family, bold, size);
                AttributedCharacterIterator letters = dressed.getIterator();
                LineBreakMeasurer measurer = new LineBreakMeasurer(letters, CONTEXT);
                while (measurer.getPosition() < letters.getEndIndex()) {
                    int from = measurer.getPosition();
                    TextLayout layout = measurer.nextLayout(width);
                    int length = measurer.getPosition() - from;
                    lines.add(new Line(trimmed(dressed, paragraph, layout, from, length), start + from, length));
                }
            }
            start += paragraph.length() + 1;
        }
        return new TextBlock(List.copyOf(lines), size);
    }

    /** The line without the spaces at its end, which would push centred text to the side. */
    private static TextLayout trimmed(AttributedString text, String plain, TextLayout layout, int from, int length) {
        int end = from + length;
        while (end > from + 1 && Character.isWhitespace(plain.charAt(end - 1))) {
            end--;
        }
        return end == from + length ? layout : new TextLayout(text.getIterator(null, from, end), CONTEXT);
    }

    /** From one baseline to the next. */
    float pitch() {
        return (float) (size * LEADING);
    }

    float height() {
        return lines.size() * pitch();
    }

    /** The baseline of a line below the block's top. */
    float baseline(int line) {
        return (float) (line * pitch() + size * (LEADING - 1) / 2 + size * 0.82);
    }
}
