package dev.evergreen.media.internal.render;

import dev.evergreen.spi.export.SideFile;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Captions as files: SubRip, WebVTT (W3C, webvtt1) and Advanced SubStation Alpha. */
public final class Subtitles {
    private Subtitles() {}

    public static String extension(SideFile kind) {
        return switch (kind) {
            case SUBRIP -> "srt";
            case WEB_VTT -> "vtt";
            case ASS -> "ass";
        };
    }

    /** Writes the captions beside a film and under its name. */
    static Path beside(Path film, TimelineSnapshot timeline, SideFile kind) throws IOException {
        String name = String.valueOf(film.getFileName()).replaceFirst("\\.[^.]*$", "");
        return Files.writeString(film.resolveSibling(name + "." + extension(kind)), write(timeline, kind));
    }

    /** The first caption track. */
    public static String write(TimelineSnapshot timeline, SideFile kind) {
        if (kind == SideFile.ASS) {
            return SubStationAlpha.write(timeline);
        }
        boolean subrip = kind == SideFile.SUBRIP;
        StringBuilder text = new StringBuilder(subrip ? "" : "WEBVTT\n\n");
        if (timeline.captionTracks().isEmpty()) {
            return text.toString();
        }
        CaptionTrack track = timeline.captionTracks().get(0);
        int number = 1;
        for (CaptionClip clip : track.clips()) {
            if (subrip) {
                text.append(number++).append('\n');
            }
            text.append(time(clip.startFrame(), timeline.canvas().frameRate(), subrip))
                    .append(" --> ")
                    .append(time(clip.endFrame(), timeline.canvas().frameRate(), subrip))
                    .append('\n');
            String words = clip.text().strip().replaceAll("\\R\\s*", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
            if (subrip) {
                text.append(words);
            } else {
                String escaped =
                        words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
                text.append(
                                clip.speaker().isEmpty()
                                        ? ""
                                        : "<v " + clip.speaker().replaceAll("[&<>\n]", " ") + ">")
                        .append(escaped);
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private static String time(long frame, FrameRate rate, boolean comma) {
        long ms = Math.round(1000.0 * frame * rate.denominator() / rate.numerator());
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%s%03d",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1000 % 60,
                comma ? "," : ".",
                ms % 1000);
    }
}
