package dev.evergreen.exporter.edl.internal;

import dev.evergreen.kit.interchange.Lanes;
import dev.evergreen.kit.interchange.Losses;
import dev.evergreen.spi.export.MediaNames;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of an edit decision list. Record times start at one hour, as is the custom. */
final class Events {
    private final Map<String, String> names;
    private final FrameRate rate;
    private final StringBuilder text;
    private int count;

    Events(TimelineSnapshot timeline, StringBuilder text) {
        names = MediaNames.of(timeline);
        rate = timeline.canvas().frameRate();
        this.text = text;
    }

    int count() {
        return count;
    }

    void pictures(VisualTrack track) {
        VisualClip before = null;
        for (VisualClip clip : track.clips()) {
            TransitionUse way = before == null || before.endFrame() != clip.startFrame() ? null : before.transition();
            if (before != null && way != null && Losses.takesTime(way)) {
                dissolve(before, clip, way);
            } else {
                event("V", "C    ", clip.inPointFrame(), clip.durationFrames(), clip.startFrame());
            }
            String file = file(clip);
            text.append("* FROM CLIP NAME: ")
                    .append(file)
                    .append("\n* CLIP ID: ")
                    .append(clip.id())
                    .append("\n\n");
            before = clip;
        }
    }

    /** Two lines of one event: where the first clip ends, and the second one with the dissolve's length. */
    private void dissolve(VisualClip before, VisualClip clip, TransitionUse way) {
        count++;
        long out = before.inPointFrame() + before.durationFrames();
        line("V", "C    ", out, 0, clip.startFrame());
        line(
                "V",
                String.format(Locale.ROOT, "D %03d", way.frames()),
                clip.inPointFrame(),
                clip.durationFrames(),
                clip.startFrame());
        text.append("* TO CLIP NAME: ").append(file(clip)).append('\n');
    }

    private String file(VisualClip clip) {
        if (clip.source() instanceof MediaSource media) {
            return names.getOrDefault(media.digest(), "");
        }
        if (clip.source() instanceof LayeredSource layered) {
            return names.getOrDefault(layered.layers().get(0).digest(), "");
        }
        return "BLACK";
    }

    void sounds(List<Lanes.Sound> lane, String channel) {
        for (Lanes.Sound sound : lane) {
            event(channel, "C    ", sound.in(), sound.end() - sound.start(), sound.start());
            text.append("* FROM CLIP NAME: ")
                    .append(names.getOrDefault(sound.clip().digest(), ""))
                    .append("\n* CLIP ID: ")
                    .append(sound.clip().id())
                    .append("\n\n");
        }
    }

    private void event(String channel, String edit, long in, long length, long record) {
        count++;
        line(channel, edit, in, length, record);
    }

    private void line(String channel, String edit, long in, long length, long record) {
        long hour = 3600L * wholeRate();
        text.append(String.format(
                Locale.ROOT,
                "%03d  AX       %-5s %s    %s %s %s %s\n",
                count,
                channel,
                edit,
                time(in),
                time(in + length),
                time(hour + record),
                time(hour + record + length)));
    }

    /** Frames that a second of time code counts. */
    private int wholeRate() {
        return (int) Math.round(rate.framesPerSecond());
    }

    private String time(long frame) {
        int whole = wholeRate();
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d:%02d",
                frame / whole / 3600,
                frame / whole / 60 % 60,
                frame / whole % 60,
                frame % whole);
    }
}
