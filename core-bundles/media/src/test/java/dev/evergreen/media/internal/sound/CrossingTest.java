package dev.evergreen.media.internal.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrossingTest {
    private static final Canvas CANVAS = new Canvas(320, 180, FrameRate.FPS_30, Colour.BLACK);
    private static final String FIRST = "sha256:" + "1".repeat(64);
    private static final String SECOND = "sha256:" + "2".repeat(64);
    /** Fifteen frames at thirty a second. */
    private static final int HALF_A_SECOND = 24_000;

    private static VisualClip moving(String id, String digest, long start, boolean crossing) {
        TransitionUse way = crossing ? new TransitionUse("evergreen.wipe", 15, Map.of()) : null;
        MediaSource source = new MediaSource(digest, "video/mp4");
        return new VisualClip(id, source, start, 60, 0, Ratio.ONE, Transform.STILL, List.of(), way);
    }

    private static AudioClip sound(String id, String digest, long start) {
        return new AudioClip(id, digest, start, 96_000, 0, List.of(), 0, 0, AudioRole.EFFECT, List.of());
    }

    private static TimelineSnapshot timeline(boolean crossing, AudioClip... sounds) {
        VisualTrack pictures =
                new VisualTrack("pictures", List.of(moving("a", FIRST, 0, crossing), moving("b", SECOND, 60, false)));
        return new TimelineSnapshot(
                CANVAS, List.of(pictures), List.of(), List.of(new AudioTrack("sounds", List.of(sounds))), List.of());
    }

    @Test
    void theSoundsOfMovingPicturesCrossAsLongAsTheTransition() {
        AudioClip first = sound("1", FIRST, 0);
        Map<String, Crossing> crossings = Crossing.of(timeline(true, first, sound("2", SECOND, 96_000)));
        assertEquals(Map.of("1", new Crossing(0, HALF_A_SECOND), "2", new Crossing(HALF_A_SECOND, 0)), crossings);
        assertEquals(96_000 + HALF_A_SECOND, crossings.get("1").heard(first).durationSamples());
    }

    @Test
    void cutsAndForeignSoundsDoNotCross() {
        assertEquals(Map.of(), Crossing.of(timeline(false, sound("1", FIRST, 0), sound("2", SECOND, 96_000))));
        assertEquals(Map.of(), Crossing.of(timeline(true, sound("1", FIRST, 0), sound("2", FIRST, 96_000))));
        assertEquals(Map.of(), Crossing.of(timeline(true, sound("1", FIRST, 0), sound("2", SECOND, 120_000))));
    }

    @Test
    void powersAddUpToOne() {
        AudioClip clip = sound("1", FIRST, 0);
        float[] going = ones();
        float[] coming = ones();
        AudioClip heard = new Crossing(0, HALF_A_SECOND).heard(clip);
        new ClipGain(heard, new Crossing(0, HALF_A_SECOND)).apply(96_000, going, ones(), HALF_A_SECOND);
        new ClipGain(clip, new Crossing(HALF_A_SECOND, 0)).apply(0, coming, ones(), HALF_A_SECOND);
        for (int i = 0; i < HALF_A_SECOND; i += 100) {
            assertEquals(1, going[i] * going[i] + coming[i] * coming[i], 1e-4, "power at sample " + i);
        }
    }

    private static float[] ones() {
        float[] ones = new float[HALF_A_SECOND];
        Arrays.fill(ones, 1);
        return ones;
    }
}
