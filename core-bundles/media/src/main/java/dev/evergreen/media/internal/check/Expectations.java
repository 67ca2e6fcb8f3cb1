package dev.evergreen.media.internal.check;

import dev.evergreen.media.Stretch;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.VisualClip;
import java.time.Duration;
import java.util.List;

/** Whether a timeline itself asks for what looks like a fault. */
final class Expectations {
    private final TimelineSnapshot timeline;

    Expectations(TimelineSnapshot timeline) {
        this.timeline = timeline;
    }

    boolean wanted(Stretch stretch) {
        return switch (stretch.kind()) {
            case BLACK -> everyClip(stretch, Expectations::mayBeBlack);
            case FROZEN -> everyClip(stretch, Expectations::mayRest);
            case SILENT -> !sounds(stretch);
            case CLIPPED -> false;
        };
    }

    private interface Condition {
        boolean holds(VisualClip clip);
    }

    /** Whether each clip of the lowest track that is seen in most of the stretch fulfils a condition. */
    private boolean everyClip(Stretch stretch, Condition condition) {
        List<VisualClip> clips = timeline.visualTracks().isEmpty()
                ? List.of()
                : timeline.visualTracks().get(0).clips();
        FrameRate rate = timeline.canvas().frameRate();
        long from = frame(stretch.start(), rate);
        long to = frame(stretch.end(), rate);
        for (VisualClip clip : clips) {
            long seen = Math.min(to, clip.endFrame()) - Math.max(from, clip.startFrame());
            if (seen > rate.framesPerSecond() / 2 && !condition.holds(clip)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBeBlack(VisualClip clip) {
        if (clip.source() instanceof SolidSource solid) {
            return dark(solid.colour());
        }
        return clip.source() instanceof TitleSource title && dark(title.backdrop());
    }

    private static boolean dark(Colour colour) {
        return colour.red() + colour.green() + colour.blue() < 120 || colour.alpha() < 255;
    }

    private static boolean mayRest(VisualClip clip) {
        boolean moving = clip.source() instanceof MediaSource media && media.moving();
        boolean camera = clip.transform().camera().size() > 1;
        return !moving && !camera;
    }

    private boolean sounds(Stretch stretch) {
        long from = samples(stretch.start());
        long to = samples(stretch.end());
        for (AudioTrack track : timeline.audioTracks()) {
            if (track.muted()) {
                continue;
            }
            for (AudioClip clip : track.clips()) {
                if (clip.startSample() < to - FrameRate.SAMPLE_RATE
                        && clip.endSample() > from + FrameRate.SAMPLE_RATE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long frame(Duration time, FrameRate rate) {
        return Math.round(time.toNanos() / 1e9 * rate.framesPerSecond());
    }

    private static long samples(Duration time) {
        return Math.round(time.toNanos() / 1e9 * FrameRate.SAMPLE_RATE);
    }
}
