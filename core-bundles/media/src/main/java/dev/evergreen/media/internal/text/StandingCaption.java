package dev.evergreen.media.internal.text;

import dev.evergreen.media.internal.text.CaptionPainter.Caption;
import dev.evergreen.media.internal.text.CaptionPainter.Place;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All words at once; while they are spoken one after the other is lit. A look for each word, and one before the first. */
final class StandingCaption implements SetCaption {
    private final CaptionPainter painter;
    private final CaptionStyle style;
    private final List<WordTiming> words;
    private final int[][] ranges;
    private final Place place;
    private @Nullable Sheet plain;

    StandingCaption(CaptionPainter painter, Caption caption) {
        this.painter = painter;
        style = caption.style();
        words = caption.words();
        ranges = SpokenWords.ranges(caption.text(), words);
        place = painter.place(caption.text(), caption);
    }

    @Override
    public int look(long frame) {
        int look = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startFrame() <= frame) {
                look = i + 1;
            }
        }
        return look;
    }

    @Override
    public boolean safe() {
        return painter.holds(place);
    }

    @Override
    public TextPicture paint(int look) {
        if (plain == null) {
            plain = plain();
        }
        Sheet sheet = plain;
        if (look > 0) {
            sheet = plain.copy();
            int[] lit = ranges[look - 1];
            for (int i = 0; i < place.block().lines.size(); i++) {
                colour(sheet, i, new int[] {0, lit[0]}, style.spoken());
                colour(sheet, i, lit, style.highlight());
            }
        }
        return sheet.finish(CaptionPainter.shadow(style, place.block().size));
    }

    /** What all looks have in common. */
    private Sheet plain() {
        TextBlock block = place.block();
        Ink ink = CaptionPainter.ink(style, block.size);
        Sheet sheet = place.sheet(
                ink.lineWidth() + CaptionPainter.shadow(style, block.size).reach());
        sheet.box(place.left(), place.top(), place.width(), place.height(), block.size * 0.28, style.box());
        for (int i = 0; i < block.lines.size(); i++) {
            sheet.below(block.lines.get(i), place.left(block.lines.get(i)), place.baseline(i), ink);
        }
        for (int i = 0; i < block.lines.size(); i++) {
            TextBlock.Line line = block.lines.get(i);
            sheet.letters(line, place.left(line), place.baseline(i), ink.fill());
        }
        return sheet;
    }

    private void colour(Sheet sheet, int i, int[] range, Colour colour) {
        TextBlock.Line line = place.block().lines.get(i);
        int[] part = line.part(range[0], range[1]);
        if (part[1] > part[0] && !colour.equals(style.text())) {
            sheet.lit(line, part[0], part[1], place.left(line), place.baseline(i), colour);
        }
    }
}
