package dev.evergreen.media.internal.render;

import dev.evergreen.media.internal.text.SafeArea;
import dev.evergreen.media.internal.text.SpokenWords;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionMotion;
import dev.evergreen.spi.timeline.CaptionPosition;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Captions with their styles as Advanced SubStation Alpha, version v4.00+, as libass reads it (github.com/libass/libass/wiki/ASS-File-Format-Guide).
 * Words with times become karaoke syllables; where few words are shown at a time, each group is an event of its own, and the spoken word grows.
 */
final class SubStationAlpha {
    private static final int CENTISECONDS = 100;
    private static final int MILLISECONDS = 1000;
    /** How long a word grows, and from what to what, in hundredths; as in the picture. */
    private static final int JUMP_MILLISECONDS = 160;

    private static final int FROM = 80;
    private static final int TO = 110;
    /** Lets libass find out the direction of each line by its letters; 1 is what others expect. */
    private static final int OWN_DIRECTION = -1;

    private SubStationAlpha() {}

    /** The first caption track. */
    static String write(TimelineSnapshot timeline) {
        Canvas canvas = timeline.canvas();
        StringBuilder text =
                new StringBuilder("[Script Info]\nScriptType: v4.00+\nWrapStyle: 0\nScaledBorderAndShadow: yes\n");
        text.append("PlayResX: ").append(canvas.width()).append("\nPlayResY: ").append(canvas.height());
        if (!timeline.captionTracks().isEmpty()) {
            text.append("\nLanguage: ")
                    .append(Locale.forLanguageTag(
                                    timeline.captionTracks().get(0).language())
                            .getLanguage());
        }
        text.append("\nYCbCr Matrix: TV.709\n\n[V4+ Styles]\n");
        text.append(
                        "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, ")
                .append(
                        "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, ")
                .append("MarginL, MarginR, MarginV, Encoding\n");
        boolean mirrored = rightToLeft(timeline);
        timeline.captionStyles().forEach(style -> text.append(style(style, canvas, mirrored)));
        text.append("\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n");
        if (!timeline.captionTracks().isEmpty()) {
            CaptionTrack track = timeline.captionTracks().get(0);
            Map<String, CaptionStyle> styles = new HashMap<>();
            timeline.captionStyles().forEach(style -> styles.put(style.id(), style));
            for (CaptionClip clip : track.clips()) {
                CaptionStyle style = Objects.requireNonNull(styles.get(clip.styleId()));
                text.append(events(clip, style, canvas.frameRate()));
            }
        }
        return text.toString();
    }

    private static boolean rightToLeft(TimelineSnapshot timeline) {
        return timeline.captionTracks().stream()
                .limit(1)
                .flatMap(track -> track.clips().stream())
                .anyMatch(clip -> SpokenWords.rightToLeft(clip.text()));
    }

    private static String style(CaptionStyle style, Canvas canvas, boolean mirrored) {
        int smaller = Math.min(canvas.width(), canvas.height());
        long size = Math.round(style.size() * smaller);
        boolean box = style.box().alpha() > 0;
        boolean outline = style.outline().alpha() > 0;
        double border = box ? size * 0.3 : outline ? size * 0.08 : 0;
        SafeArea safe = SafeArea.of(canvas);
        long margin = Math.round((canvas.width() - safe.centredWidth()) / 2);
        double below = canvas.height() - safe.bottom() + size * 0.5;
        double above = safe.top() + size * 0.3;
        return String.format(
                        Locale.ROOT,
                        "Style: %s,%s,%d,%s,%s,%s,%s,%d,0,0,0,100,100,0,0,%d,%.1f,%.1f,%d,%d,%d,%d,%d%n",
                        field(style.id()),
                        field(style.fontFamily()),
                        size,
                        // Karaoke goes from the secondary colour to the primary one.
                        colour(style.motion() == CaptionMotion.POP ? style.text() : style.highlight()),
                        colour(style.text()),
                        colour(box ? style.box() : style.outline()),
                        colour(box ? style.box() : style.shadow()),
                        style.bold() ? -1 : 0,
                        box ? 3 : 1,
                        border,
                        !box && style.shadow().alpha() > 0 ? size * 0.045 : 0,
                        alignment(style.position()),
                        margin,
                        margin,
                        Math.round(style.position() == CaptionPosition.TOP ? above : below),
                        mirrored ? OWN_DIRECTION : 1)
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

    private static String events(CaptionClip clip, CaptionStyle style, FrameRate rate) {
        List<WordTiming> words = clip.words();
        if (!style.followsWords() || words.isEmpty() && style.motion() != CaptionMotion.POP) {
            return event(
                    clip,
                    clip.startFrame(),
                    clip.endFrame(),
                    escaped(clip.text().strip()),
                    rate);
        }
        if (style.motion() != CaptionMotion.POP) {
            return event(clip, clip.startFrame(), clip.endFrame(), karaoke(clip, style, rate), rate);
        }
        return popping(
                clip, words.isEmpty() ? SpokenWords.spread(clip.text(), clip.durationFrames()) : words, style, rate);
    }

    private static String event(CaptionClip clip, long from, long to, String words, FrameRate rate) {
        return "Dialogue: 0," + time(from, rate) + "," + time(to, rate) + "," + field(clip.styleId()) + ","
                + field(clip.speaker()) + ",0,0,0,," + words + "\n";
    }

    /** The text with a command before each word, whatever stands between the words. */
    private static String karaoke(CaptionClip clip, CaptionStyle style, FrameRate rate) {
        String all = clip.text().strip();
        int[][] ranges = SpokenWords.ranges(all, clip.words());
        StringBuilder text = new StringBuilder();
        long at = 0;
        int written = 0;
        for (int i = 0; i < ranges.length; i++) {
            WordTiming word = clip.words().get(i);
            long start = centiseconds(word.startFrame(), rate);
            long end = centiseconds(word.startFrame() + word.durationFrames(), rate);
            text.append(escaped(all.substring(written, ranges[i][0])));
            if (start > at) {
                text.append("{\\k").append(start - at).append('}');
            }
            text.append("{\\k").append(Math.max(0, end - Math.max(start, at)));
            if (!style.spoken().equals(style.highlight())) {
                long next = i + 1 < ranges.length ? clip.words().get(i + 1).startFrame() : clip.durationFrames();
                long over = milliseconds(next, rate);
                text.append("\\1c").append(inline(style.highlight()));
                text.append("\\t(").append(over).append(',').append(over).append(",\\1c");
                text.append(inline(style.spoken())).append(')');
            }
            text.append('}').append(escaped(all.substring(ranges[i][0], ranges[i][1])));
            written = ranges[i][1];
            at = Math.max(at, end);
        }
        return text.append(escaped(all.substring(written))).toString();
    }

    private static String popping(CaptionClip clip, List<WordTiming> words, CaptionStyle style, FrameRate rate) {
        String all = clip.text().strip();
        int[][] ranges = SpokenWords.ranges(all, words);
        int[] groups = SpokenWords.groups(all, ranges);
        StringBuilder events = new StringBuilder();
        for (int first = 0; first < words.size(); ) {
            int next = first;
            while (next < words.size() && groups[next] == first) {
                next++;
            }
            long from = first == 0 ? 0 : words.get(first).startFrame();
            long to = next < words.size() ? words.get(next).startFrame() : clip.durationFrames();
            StringBuilder text = new StringBuilder();
            for (int i = first; i < next; i++) {
                long start = milliseconds(words.get(i).startFrame() - from, rate);
                long end = milliseconds((i + 1 < words.size() ? words.get(i + 1).startFrame() : to) - from, rate);
                text.append(i == first ? "" : escaped(all.substring(ranges[i - 1][1], ranges[i][0])));
                text.append(String.format(
                        Locale.ROOT,
                        "{\\t(%d,%d,\\fscx%d\\fscy%d\\1c%s)\\t(%d,%d,\\fscx%d\\fscy%d)\\t(%d,%d,\\fscx100\\fscy100\\1c%s)}",
                        start,
                        start,
                        FROM,
                        FROM,
                        inline(style.highlight()),
                        start,
                        Math.min(start + JUMP_MILLISECONDS, end),
                        TO,
                        TO,
                        end,
                        end,
                        inline(style.spoken())));
                text.append(escaped(all.substring(ranges[i][0], ranges[i][1]))).append("{\\r}");
            }
            if (to > from) {
                events.append(event(clip, clip.startFrame() + from, clip.startFrame() + to, text.toString(), rate));
            }
            first = next;
        }
        return events.toString();
    }

    /** A colour in a command: blue, green, red. */
    private static String inline(Colour colour) {
        return String.format("&H%02X%02X%02X&", colour.blue(), colour.green(), colour.red());
    }

    private static long milliseconds(long frame, FrameRate rate) {
        return Math.round((double) MILLISECONDS * frame * rate.denominator() / rate.numerator());
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
        return text.replace("\\", "\\\u2060")
                .replace("{", "\\{")
                .replaceAll("\\R", "\\\\N")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static String field(String text) {
        return text.replaceAll("[,\n\r]", " ");
    }
}
