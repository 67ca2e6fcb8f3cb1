package dev.evergreen.media.internal.render;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionPosition;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.List;
import java.util.Locale;

/**
 * Captions with their styles as Advanced SubStation Alpha, version v4.00+, as libass reads it (github.com/libass/libass/wiki/ASS-File-Format-Guide).
 * Words with times become karaoke syllables.
 */
final class SubStationAlpha {
    /** Distance from the edges as a share of the canvas's sides. */
    private static final double MARGIN = 0.06;

    private static final int CENTISECONDS = 100;

    private SubStationAlpha() {}

    /** The first caption track. */
    static String write(TimelineSnapshot timeline) {
        Canvas canvas = timeline.canvas();
        StringBuilder text =
                new StringBuilder("[Script Info]\nScriptType: v4.00+\nWrapStyle: 0\nScaledBorderAndShadow: yes\n");
        text.append("PlayResX: ").append(canvas.width()).append("\nPlayResY: ").append(canvas.height());
        text.append("\nYCbCr Matrix: TV.709\n\n[V4+ Styles]\n");
        text.append(
                        "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, ")
                .append(
                        "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, ")
                .append("MarginL, MarginR, MarginV, Encoding\n");
        timeline.captionStyles().forEach(style -> text.append(style(style, canvas)));
        text.append("\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n");
        if (!timeline.captionTracks().isEmpty()) {
            CaptionTrack track = timeline.captionTracks().get(0);
            track.clips().forEach(clip -> text.append(event(clip, canvas.frameRate())));
        }
        return text.toString();
    }

    private static String style(CaptionStyle style, Canvas canvas) {
        int smaller = Math.min(canvas.width(), canvas.height());
        long size = Math.round(style.size() * smaller);
        boolean box = style.box().alpha() > 0;
        boolean outline = style.outline().alpha() > 0;
        double border = box ? size * 0.3 : outline ? size * 0.08 : 0;
        int margin = (int) Math.round(MARGIN * canvas.width());
        return String.format(
                        Locale.ROOT,
                        "Style: %s,%s,%d,%s,%s,%s,%s,%d,0,0,0,100,100,0,0,%d,%.1f,0,%d,%d,%d,%d,1%n",
                        field(style.id()),
                        field(style.fontFamily()),
                        size,
                        // Karaoke goes from the secondary colour to the primary one.
                        colour(style.highlight()),
                        colour(style.text()),
                        colour(box ? style.box() : style.outline()),
                        colour(style.box()),
                        style.bold() ? -1 : 0,
                        box ? 3 : 1,
                        border,
                        alignment(style.position()),
                        margin,
                        margin,
                        Math.round(MARGIN * canvas.height()))
                .replace(System.lineSeparator(), "\n");
    }

    /** As on a numeric keypad: 2 below, 5 in the middle, 8 above. */
    private static int alignment(CaptionPosition position) {
        return switch (position) {
            case BOTTOM -> 2;
            case MIDDLE -> 5;
            case TOP -> 8;
        };
    }

    /** Transparency, blue, green, red. */
    private static String colour(Colour colour) {
        return String.format("&H%02X%02X%02X%02X", 255 - colour.alpha(), colour.blue(), colour.green(), colour.red());
    }

    private static String event(CaptionClip clip, FrameRate rate) {
        String words = clip.words().isEmpty() ? escaped(clip.text()) : karaoke(clip.words(), rate);
        return "Dialogue: 0," + time(clip.startFrame(), rate) + "," + time(clip.endFrame(), rate) + ","
                + field(clip.styleId()) + "," + field(clip.speaker()) + ",0,0,0,," + words + "\n";
    }

    private static String karaoke(List<WordTiming> words, FrameRate rate) {
        StringBuilder text = new StringBuilder();
        long at = 0;
        for (WordTiming word : words) {
            long start = centiseconds(word.startFrame(), rate);
            long end = centiseconds(word.startFrame() + word.durationFrames(), rate);
            if (start > at) {
                text.append("{\\k").append(start - at).append('}');
            }
            text.append("{\\k").append(Math.max(0, end - Math.max(start, at))).append('}');
            text.append(escaped(word.text())).append(' ');
            at = Math.max(at, end);
        }
        return text.toString().stripTrailing();
    }

    private static String time(long frame, FrameRate rate) {
        long hundredths = centiseconds(frame, rate);
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%02d",
                hundredths / 360_000,
                hundredths / 6000 % 60,
                hundredths / CENTISECONDS % 60,
                hundredths % CENTISECONDS);
    }

    private static long centiseconds(long frame, FrameRate rate) {
        return Math.round((double) CENTISECONDS * frame * rate.denominator() / rate.numerator());
    }

    /** Braces would start commands; a new line is a command. */
    private static String escaped(String text) {
        return text.strip().replace("\\", "\\\u2060").replace("{", "\\{").replace("\n", "\\N");
    }

    private static String field(String text) {
        return text.replaceAll("[,\n\r]", " ");
    }
}
