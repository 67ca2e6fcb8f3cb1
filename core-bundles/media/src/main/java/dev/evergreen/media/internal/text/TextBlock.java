package dev.evergreen.media.internal.text;

import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text broken into lines. */
final class TextBlock {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final double LEADING = 1.22;
    private static final double ROOMY_LEADING = 1.42;
    private static final double SMALLEST = 0.45;
    /** Words are torn apart only where they do not fit at this share of the size. */
    private static final double SMALLEST_WHOLE = 0.6;
    /** What the largest width that lines are balanced to is divided into. */
    private static final int BALANCING_STEPS = 8;

    /**
     * What is to be set.
     *
     * @param language as in BCP 47; may be empty
     * @param size height of the em in pixels
     */
    record Text(String text, String family, boolean bold, String language, float size) {}

    /**
     * How much room there is.
     *
     * @param width that lines keep to
     * @param maxLines beyond which letters are set smaller, down to what can still be read
     * @param height that is never exceeded, however small letters get
     */
    record Room(float width, int maxLines, float height) {}

    /** A line: the places of its first character and of that after its last one in the paragraph as it is shown. */
    record Line(TextLayout layout, float size, Paragraph paragraph, int from, int to) {
        /** The part of a range of the whole text that is in this line, in the layout's places; empty ranges have no length. */
        int[] part(int start, int end) {
            int first = Math.max(from, paragraph.wording.shown(start - paragraph.start));
            int last = Math.min(to, paragraph.wording.shown(end - paragraph.start));
            boolean there = end > paragraph.start && start < paragraph.start + paragraph.length && last > first;
            return there ? new int[] {first - from, last - from} : new int[] {0, 0};
        }

        /** The emoji by their places in the layout. */
        Map<Integer, String> emoji() {
            return paragraph.wording.emoji.subMap(from, to);
        }

        /** Its letters; U+FFFC for each emoji. */
        String shown() {
            return paragraph.wording.shown.substring(from, to);
        }

        boolean rightToLeft() {
            return paragraph.wording.rightToLeft;
        }

        /** A part of this line, given by the layout's places, that can stand elsewhere. */
        Line cut(int start, int end, boolean bold) {
            TextMeasurer measurer =
                    new TextMeasurer(paragraph.wording.dressed(bold, size).getIterator(), CONTEXT);
            return new Line(measurer.getLayout(from + start, from + end), size, paragraph, from + start, from + end);
        }
    }

    /** A piece of the text between line breaks. */
    static final class Paragraph {
        private final Wording wording;
        private final LineBreaks breaks;
        private final int start;
        private final int length;

        Paragraph(Wording wording, int start, int length) {
            this.wording = wording;
            this.start = start;
            this.length = length;
            breaks = new LineBreaks(wording.shown);
        }
    }

    final List<Line> lines;
    final float size;
    final float width;
    private final double leading;
    private final boolean torn;

    private TextBlock(List<Line> lines, float size, double leading, boolean torn) {
        this.lines = List.copyOf(lines);
        this.size = size;
        this.leading = leading;
        this.torn = torn;
        float widest = 0;
        for (Line line : lines) {
            widest = Math.max(widest, line.layout.getAdvance());
        }
        width = widest;
    }

    /** Breaks a text where its language may be broken, sets it smaller where it needs too much room, and makes lines of like length. */
    static TextBlock of(Fonts fonts, Text text, Room room) {
        List<Paragraph> paragraphs = paragraphs(fonts, text);
        float tried = text.size;
        TextBlock block = broken(paragraphs, text, tried, room.width);
        while (tooLarge(block, room, tried / text.size)) {
            // Far too much text needs no step by step.
            tried *= (float) Math.max(0.5, Math.min(0.95, Math.sqrt(room.height / block.height())));
            block = broken(paragraphs, text, tried, room.width);
        }
        return block.lines.size() <= 1 ? block : balanced(paragraphs, text, tried, room.width, block);
    }

    private static boolean tooLarge(TextBlock block, Room room, double share) {
        return share > SMALLEST && block.lines.size() > room.maxLines
                || share > SMALLEST_WHOLE && block.torn
                || block.size > 1 && (block.width > room.width || block.height() > room.height);
    }

    private static List<Paragraph> paragraphs(Fonts fonts, Text text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (String line : text.text.split("[\n\r\u000B\u000C\u0085\u2028\u2029]", -1)) {
            if (!line.isBlank()) {
                paragraphs.add(new Paragraph(fonts.word(line, text.family, text.language), start, line.length()));
            }
            start += line.length() + 1;
        }
        return paragraphs;
    }

    private static TextBlock balanced(
            List<Paragraph> paragraphs, Text text, float size, float maxWidth, TextBlock first) {
        float low = maxWidth / 3;
        float high = maxWidth;
        TextBlock best = first;
        for (int i = 0; i < BALANCING_STEPS; i++) {
            float middle = (low + high) / 2;
            TextBlock tried = broken(paragraphs, text, size, middle);
            if (tried.lines.size() <= first.lines.size() && tried.width <= maxWidth && (!tried.torn || first.torn)) {
                best = tried;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    private static TextBlock broken(List<Paragraph> paragraphs, Text text, float size, float width) {
        List<Line> lines = new ArrayList<>();
        boolean torn = false;
        boolean roomy = false;
        for (Paragraph paragraph : paragraphs) {
            String shown = paragraph.wording.shown;
            roomy |= paragraph.wording.tall();
            TextMeasurer measurer =
                    new TextMeasurer(paragraph.wording.dressed(text.bold, size).getIterator(), CONTEXT);
            int from = 0;
            while (from < shown.length()) {
                int end = measurer.getLineBreakIndex(from, width);
                if (end < shown.length()) {
                    int fits = Math.max(from + 1, end);
                    int wide = fits;
                    while (wide < shown.length() && Character.isWhitespace(shown.charAt(wide))) {
                        wide++;
                    }
                    end = wide == shown.length() ? wide : paragraph.breaks.last(from, wide);
                    if (end < 0) {
                        torn = true;
                        end = paragraph.breaks.torn(from, fits);
                    }
                }
                int visible = end;
                while (visible > from + 1 && Character.isWhitespace(shown.charAt(visible - 1))) {
                    visible--;
                }
                TextLayout layout = measurer.getLayout(from, visible);
                lines.add(new Line(layout, size, paragraph, from, visible));
                from = end;
            }
        }
        return new TextBlock(lines, size, roomy ? ROOMY_LEADING : LEADING, torn);
    }

    /** From one baseline to the next. */
    float pitch() {
        return (float) (size * leading);
    }

    float height() {
        return lines.size() * pitch();
    }

    /** The baseline of a line below the block's top. */
    float baseline(int line) {
        return (float) (line * pitch() + size * (leading - 1) / 2 + size * 0.82);
    }
}
