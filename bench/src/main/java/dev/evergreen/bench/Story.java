package dev.evergreen.bench;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.GainPoint;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The films of {@link Floor} as timelines. */
final class Story {
    /** The music lasts for a minute. */
    private static final int SCENES_OF_MUSIC = 12;

    private static final int FRAME_SAMPLES = Sounds.RATE / Floor.FPS;
    private static final List<TransitionUse> WAYS = List.of(
            way("cross-dissolve", Map.of()),
            way("wipe", Map.of("direction", "left", "softness", 0)),
            way("slide", Map.of("direction", "up")),
            way("iris", Map.of()),
            way("cross-dissolve", Map.of()),
            way("wipe", Map.of("direction", "left")),
            way("slide", Map.of("direction", "left")),
            way("wipe", Map.of("direction", "up", "softness", 0)),
            way("dip-to-colour", Map.of()),
            way("iris", Map.of()),
            way("cross-dissolve", Map.of()));

    private Story() {}

    private static TransitionUse way(String plugin, Map<String, Object> parameters) {
        return new TransitionUse("evergreen." + plugin, Floor.WAY, parameters);
    }

    /**
     * @param stills digests of the pictures
     * @param voices digests of the sentences
     * @param lines the captions
     * @param lowerThird whether the first scene has one
     */
    static TimelineSnapshot of(
            List<String> stills,
            List<String> voices,
            String music,
            List<String> lines,
            int width,
            int height,
            boolean lowerThird) {
        List<VisualClip> pictures = new ArrayList<>();
        List<CaptionClip> captions = new ArrayList<>();
        List<AudioClip> spoken = new ArrayList<>();
        int n = stills.size();
        for (int k = 0; k < n; k++) {
            long start = (long) k * Floor.SCENE;
            pictures.add(new VisualClip(
                    "picture-" + k,
                    new MediaSource(stills.get(k), "image/jpeg"),
                    start,
                    Floor.SCENE,
                    0,
                    Ratio.ONE,
                    move(k),
                    List.of(),
                    k < n - 1 ? WAYS.get(k % WAYS.size()) : null));
            captions.add(new CaptionClip(
                    "caption-" + k, lines.get(k), start + 15, 134, "", CaptionStyle.BOXED.id(), List.of()));
            spoken.add(sound("voice-" + k, voices.get(k), start + 21, 110, AudioRole.VOICE, 0, 0));
        }
        List<VisualTrack> visual = new ArrayList<>(List.of(new VisualTrack("pictures", pictures)));
        if (lowerThird) {
            visual.add(new VisualTrack("titles", List.of(title())));
        }
        List<AudioClip> beds = new ArrayList<>();
        for (int k = 0; k < n; k += SCENES_OF_MUSIC) {
            long length = (long) Math.min(SCENES_OF_MUSIC, n - k) * Floor.SCENE;
            beds.add(sound("bed-" + k, music, (long) k * Floor.SCENE, length, AudioRole.MUSIC, -3.1, 2 * Sounds.RATE));
        }
        return new TimelineSnapshot(
                new Canvas(width, height, new FrameRate(Floor.FPS, 1), Colour.BLACK),
                visual,
                List.of(new CaptionTrack("captions", "en", true, captions)),
                List.of(new AudioTrack("voices", spoken), new AudioTrack("music", beds)),
                List.of(CaptionStyle.BOXED));
    }

    private static VisualClip title() {
        TitleSource words = new TitleSource(
                TitleLayout.LOWER_THIRD,
                "The Lighthouse",
                "A story in twelve pictures",
                Colour.WHITE,
                Colour.CLEAR,
                new Colour(16, 96, 192, 204),
                TitleMotion.NONE,
                TitleMotion.NONE,
                0);
        return new VisualClip("lower-third", words, 21, 114, 0, Ratio.ONE, Transform.STILL, List.of(), null);
    }

    /** Both ends of the floor's move; what lies between differs by less than a pixel, as our zoom is even to the eye. */
    private static Transform move(int k) {
        boolean in = k % 2 == 0;
        return Transform.moving(
                key(0, in ? 1 : 1.15, k % 3 == 0 ? .8 : .2),
                key(Floor.SCENE + Floor.WAY, in ? 1.15 : 1, k % 3 == 0 ? .2 : .8));
    }

    private static CameraKeyframe key(int frame, double zoom, double slack) {
        double centre = (1 - 1 / zoom) * slack + .5 / zoom;
        return new CameraKeyframe(frame, centre, .5, zoom, 0, Easing.LINEAR);
    }

    private static AudioClip sound(
            String id, String digest, long frame, long frames, AudioRole role, double decibels, long fadeOut) {
        List<GainPoint> gain = decibels == 0 ? List.of() : List.of(new GainPoint(0, decibels));
        return new AudioClip(
                id, digest, frame * FRAME_SAMPLES, frames * FRAME_SAMPLES, 0, gain, 0, fadeOut, role, List.of());
    }
}
