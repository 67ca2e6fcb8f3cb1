package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionMotion;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.List;

/** Sets captions on a canvas. */
public final class CaptionPainter {
    private static final double WIDEST = 0.8;

    private final Fonts fonts;
    private final Canvas canvas;
    private final SafeArea safe;

    public CaptionPainter(Fonts fonts, Canvas canvas) {
        this.fonts = fonts;
        this.canvas = canvas;
        safe = SafeArea.of(canvas);
    }

    /**
     * What is set.
     *
     * @param language as in BCP 47; may be empty
     * @param words when they are spoken, from the caption's start; empty where that is not known
     */
    public record Caption(String text, String language, CaptionStyle style, List<WordTiming> words) {
        public Caption {
            text = text.strip();
            words = List.copyOf(words);
        }
    }

    /** Breaks a caption into lines; its looks are painted when they are asked for. */
    public SetCaption set(Caption caption) {
        return caption.style().motion() == CaptionMotion.POP && !caption.words().isEmpty()
                ? new PoppingCaption(this, caption)
                : new StandingCaption(this, caption);
    }

    /** Lines and where they stand. */
    record Place(TextBlock block, double left, double top, double width, double height, double padding, Canvas canvas) {
        Sheet sheet(double margin) {
            return new Sheet(canvas, left - margin, top - margin, left + width + margin, top + height + margin);
        }

        double left(TextBlock.Line line) {
            return left + (width - line.layout().getAdvance()) / 2;
        }

        double baseline(int line) {
            return top + padding + block.baseline(line);
        }
    }

    boolean holds(Place place) {
        return safe.holds(place.left, place.top, place.left + place.width, place.top + place.height);
    }

    double framesPerSecond() {
        return canvas.frameRate().framesPerSecond();
    }

    Place place(String text, Caption caption) {
        CaptionStyle style = caption.style();
        float size = (float) (style.size() * Math.min(canvas.width(), canvas.height()));
        double sidePadding = size * 0.55;
        double widest = Math.max(size, Math.min(safe.centredWidth() - 2 * sidePadding, canvas.width() * WIDEST));
        TextBlock block = TextBlock.of(
                fonts,
                new TextBlock.Text(text, style.fontFamily(), style.bold(), caption.language(), size),
                new TextBlock.Room((float) widest, style.maxLines(), (float) (canvas.height() * 0.96)));
        double padding = Math.min(block.size * 0.22, (canvas.height() - block.height()) / 2);
        double width = block.width + 2 * sidePadding;
        double height = block.height() + 2 * padding;
        double top = switch (style.position()) {
            case TOP -> safe.top() + size * 0.3;
            case MIDDLE -> (canvas.height() - height) / 2;
            case BOTTOM -> safe.bottom() - size * 0.5 - height;
        };
        double inside = Math.max(0, Math.min(top, canvas.height() - height));
        return new Place(block, safe.centre() - width / 2, inside, width, height, padding, canvas);
    }

    static Ink ink(CaptionStyle style, double size) {
        return new Ink(style.text(), style.outline(), size * 0.07);
    }

    static Shadow shadow(CaptionStyle style, double size) {
        return new Shadow(style.shadow(), size * 0.05);
    }
}
