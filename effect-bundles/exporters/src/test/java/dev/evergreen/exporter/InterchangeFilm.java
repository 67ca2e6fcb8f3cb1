package dev.evergreen.exporter;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Three pictures (a cut, then a wipe of ten frames), a coloured end, and two sounds that overlap. */
public final class InterchangeFilm {
    public static final String RED = "sha256:" + "1".repeat(64);
    public static final String GREEN = "sha256:" + "2".repeat(64);
    public static final String BLUE = "sha256:" + "3".repeat(64);
    public static final String SOUND = "sha256:" + "4".repeat(64);

    private InterchangeFilm() {}

    public static TimelineSnapshot timeline() {
        MediaSource red = new MediaSource(RED, "image/png");
        MediaSource green = new MediaSource(GREEN, "image/png");
        MediaSource blue = new MediaSource(BLUE, "image/png");
        List<VisualClip> clips = List.of(
                clip("a", red, 0, 20, null),
                clip("b", green, 20, 20, new TransitionUse("evergreen.wipe", 10, Map.of())),
                clip("c", blue, 40, 30, null),
                clip("d", new SolidSource(Colour.WHITE), 80, 10, null));
        List<AudioClip> sounds = List.of(sound("s1", 0, 96_000), sound("s2", 48_000, 48_000));
        return new TimelineSnapshot(
                new Canvas(320, 180, FrameRate.FPS_30, Colour.BLACK),
                List.of(new VisualTrack("pictures", clips)),
                List.of(),
                List.of(new AudioTrack("sounds", sounds)),
                List.of());
    }

    private static VisualClip clip(
            String id, VisualSource source, long start, long frames, @Nullable TransitionUse way) {
        return new VisualClip(id, source, start, frames, 0, Ratio.ONE, Transform.STILL, List.of(), way);
    }

    private static AudioClip sound(String id, long start, long samples) {
        return new AudioClip(id, SOUND, start, samples, 0, List.of(), 4_800, 4_800, AudioRole.EFFECT, List.of());
    }
}
