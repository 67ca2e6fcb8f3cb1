package dev.evergreen.editor.internal;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.Fit;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.GainPoint;
import dev.evergreen.spi.timeline.Keyframe;
import dev.evergreen.spi.timeline.LayoutOverride;
import dev.evergreen.spi.timeline.Marker;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Placement;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Timelines with everything that a timeline can hold, from a seed. */
final class RandomTimelines {
    private static final List<FrameRate> RATES =
            List.of(FrameRate.of(24), FrameRate.of(30), new FrameRate(30_000, 1001), FrameRate.of(60));

    private final Random random;

    RandomTimelines(Random random) {
        this.random = random;
    }

    TimelineSnapshot next() {
        FrameRate rate = RATES.get(random.nextInt(RATES.size()));
        List<VisualTrack> visual = new ArrayList<>();
        for (int t = 0; t <= random.nextInt(3); t++) {
            visual.add(new VisualTrack("v" + t, pictures("v" + t)));
        }
        List<LayoutOverride> layouts = visual.get(0).clips().isEmpty()
                ? List.of()
                : List.of(
                        new LayoutOverride("9:16", visual.get(0).clips().get(0).id(), transform()));
        return new TimelineSnapshot(
                new Canvas(1920, 1080, rate, Colour.BLACK),
                visual,
                List.of(new CaptionTrack("captions", "en", true, captions())),
                List.of(new AudioTrack("voice", sounds("voice", rate)), new AudioTrack("music", sounds("music", rate))),
                List.of(CaptionStyle.BOXED, CaptionStyle.KARAOKE),
                layouts,
                List.of(new Marker("m1", random.nextInt(50), "here")));
    }

    private List<VisualClip> pictures(String track) {
        List<VisualClip> clips = new ArrayList<>();
        long start = random.nextInt(20);
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            long length = 20 + random.nextInt(100);
            clips.add(new VisualClip(
                    track + "/" + i,
                    source(),
                    start,
                    length,
                    0,
                    new Ratio(1 + random.nextInt(3), 1 + random.nextInt(2)),
                    transform(),
                    effects(),
                    random.nextInt(3) == 0 ? new TransitionUse("evergreen.wipe", 10, Map.of("angle", 90)) : null));
            start += length + (random.nextInt(3) == 0 ? random.nextInt(30) : 0);
        }
        return clips;
    }

    private VisualSource source() {
        return switch (random.nextInt(4)) {
            case 0 -> new SolidSource(Colour.WHITE);
            case 1 ->
                new TitleSource(
                        TitleLayout.CARD,
                        "Tide",
                        "A story",
                        Colour.WHITE,
                        Colour.CLEAR,
                        Colour.BLACK,
                        TitleMotion.FADE,
                        TitleMotion.RISE,
                        10);
            case 2 -> new MediaSource(digest(), "image/png");
            default -> new MediaSource(digest(), "video/mp4");
        };
    }

    Transform transform() {
        return random.nextBoolean()
                ? Transform.STILL
                : new Transform(
                        Fit.COVER,
                        new Placement(0.25, 0, 0.5, 1, 1),
                        List.of(
                                new CameraKeyframe(0, 0.5, 0.25, 1.5, 0, Easing.LINEAR),
                                new CameraKeyframe(40, 0.75, 0.5, 2, 0.5, Easing.EASE_IN)));
    }

    private List<EffectUse> effects() {
        List<EffectUse> effects = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            Curve curve = new Curve(List.of(
                    new Keyframe(0, 0.5, Easing.LINEAR), new Keyframe(10 + random.nextInt(30), 2, Easing.HOLD)));
            effects.add(new EffectUse(
                    "evergreen.blur",
                    Map.of("radius", random.nextInt(9)),
                    i == 0 ? Map.of("strength", curve) : Map.of()));
        }
        return effects;
    }

    private List<CaptionClip> captions() {
        List<CaptionClip> clips = new ArrayList<>();
        long start = random.nextInt(10);
        for (int i = 0; i < random.nextInt(6); i++) {
            List<WordTiming> words = random.nextBoolean()
                    ? List.of()
                    : List.of(
                            new WordTiming("Look", 0, 9),
                            new WordTiming("over", 10, 9),
                            new WordTiming("here.", 20, 9));
            clips.add(new CaptionClip("c" + i, "Look over here.", start, 40, "MARA", "boxed", words));
            start += 40 + random.nextInt(30);
        }
        return clips;
    }

    private List<AudioClip> sounds(String track, FrameRate rate) {
        List<AudioClip> clips = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            long length = rate.sampleAt(30 + random.nextInt(100)) + random.nextInt(500);
            clips.add(new AudioClip(
                    track + "/" + i,
                    digest(),
                    start,
                    length,
                    random.nextInt(90_000),
                    random.nextBoolean() ? List.of() : List.of(new GainPoint(0, -6), new GainPoint(9_000, 0.5)),
                    100,
                    200,
                    track.equals("voice") ? AudioRole.VOICE : AudioRole.MUSIC,
                    effects()));
            // Sounds may overlap, and several may start at one sample.
            start += random.nextInt(3) == 0 ? 0 : random.nextInt((int) length + 3_000);
        }
        return clips;
    }

    private String digest() {
        return "sha256:" + String.valueOf(random.nextInt(10)).repeat(64);
    }
}
