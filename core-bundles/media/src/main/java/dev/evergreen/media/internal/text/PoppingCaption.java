package dev.evergreen.media.internal.text;

import dev.evergreen.media.internal.text.CaptionPainter.Caption;
import dev.evergreen.media.internal.text.CaptionPainter.Place;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.WordTiming;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A few words at a time, of which the spoken one jumps forward: a look for each frame of the short jump, then one until the next word. So it is as
 * smooth as the film, and a word has no more looks than a film of 60 frames a second has frames in a sixth of a second.
 */
final class PoppingCaption implements SetCaption {
    private static final double JUMP_SECONDS = 0.16;
    private static final int MOST_STEPS = 10;
    private static final int RESTING = -1;
    private static final double FROM = 0.8;
    private static final double TO = 1.1;
    /** By how much a word may become wider, in ems, before it touches its neighbours. */
    private static final double GAP = 0.1;
    /** How far the jump overshoots; the constant of Penner's "back" easing, which goes a tenth too far with 1.7. */
    private static final double BACK = 1.2;

    private final CaptionPainter painter;
    private final Caption caption;
    private final CaptionStyle style;
    private final List<WordTiming> words;
    private final int[][] ranges;
    private final int[] groups;
    private final int steps;
    private final Map<Integer, Place> places = new HashMap<>();

    PoppingCaption(CaptionPainter painter, Caption caption) {
        this.painter = painter;
        this.caption = caption;
        style = caption.style();
        words = caption.words();
        ranges = SpokenWords.ranges(caption.text(), words);
        groups = SpokenWords.groups(caption.text(), ranges);
        steps = (int) Math.max(2, Math.min(MOST_STEPS, Math.round(JUMP_SECONDS * painter.framesPerSecond())));
    }

    /** 0 before the first word; then for each word the steps of its jump and the rest after it. */
    @Override
    public int look(long frame) {
        int look = 0;
        for (int i = 0; i < words.size(); i++) {
            long since = frame - words.get(i).startFrame();
            if (since >= 0) {
                look = 1 + i * steps + (int) Math.min(since, steps - 1L);
            }
        }
        return look;
    }

    @Override
    public boolean safe() {
        return Arrays.stream(groups).distinct().allMatch(first -> painter.holds(place(first)));
    }

    @Override
    public TextPicture paint(int look) {
        int spoken = look == 0 ? -1 : (look - 1) / steps;
        int first = groups[Math.max(0, spoken)];
        Place place = place(first);
        TextBlock block = place.block();
        Ink ink = CaptionPainter.ink(style, block.size);
        Shadow shadow = CaptionPainter.shadow(style, block.size);
        Sheet sheet = place.sheet(ink.lineWidth() + shadow.reach() + block.size * 0.3);
        sheet.box(place.left(), place.top(), place.width(), place.height(), block.size * 0.28, style.box());
        for (int i = first; i < words.size() && groups[i] == first; i++) {
            if (i != spoken) {
                Colour colour = i < spoken ? style.spoken() : style.text();
                word(sheet, first, i, ink.filled(colour), RESTING);
            }
        }
        if (spoken >= 0) {
            word(sheet, first, spoken, ink.filled(style.highlight()), (look - 1) % steps);
        }
        return sheet.finish(shadow);
    }

    /**
     * @param to how large it is in the end
     */
    private double scale(int step, double to) {
        double left = step / (steps - 1.0) - 1;
        return FROM + (to - FROM) * (1 + (BACK + 1) * left * left * left + BACK * left * left);
    }

    private void word(Sheet sheet, int first, int i, Ink ink, int step) {
        Place place = place(first);
        int start = ranges[first][0];
        for (int l = 0; l < place.block().lines.size(); l++) {
            TextBlock.Line line = place.block().lines.get(l);
            int[] part = line.part(ranges[i][0] - start, ranges[i][1] - start);
            if (part[1] > part[0]) {
                Rectangle2D bounds =
                        line.layout().getLogicalHighlightShape(part[0], part[1]).getBounds2D();
                double x = place.left(line) + bounds.getX();
                double y = place.baseline(l);
                TextBlock.Line word = line.cut(part[0], part[1], style.bold());
                double largest = Math.min(TO, 1 + GAP * place.block().size / bounds.getWidth());
                sheet.scaled(
                        x + bounds.getWidth() / 2,
                        y - place.block().size * 0.35,
                        step == RESTING ? 1 : scale(step, largest),
                        () -> sheet.line(word, x, y, ink));
            }
        }
    }

    private Place place(int first) {
        return places.computeIfAbsent(first, f -> {
            int last = f;
            while (last + 1 < groups.length && groups[last + 1] == f) {
                last++;
            }
            String group = caption.text().substring(ranges[f][0], Math.max(ranges[f][0], ranges[last][1]));
            return painter.place(group, caption);
        });
    }
}
