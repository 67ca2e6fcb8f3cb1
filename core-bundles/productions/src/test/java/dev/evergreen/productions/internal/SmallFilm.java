package dev.evergreen.productions.internal;

import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.internal.StepData.Composed;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.Illustrated;
import dev.evergreen.productions.internal.StepData.Narrated;
import dev.evergreen.productions.internal.StepData.SpokenSound;
import dev.evergreen.scripting.ScriptSettings;
import dev.evergreen.spi.provider.WordTiming;
import dev.evergreen.spi.script.CameraMove;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.spi.script.SpokenLine;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Three shots in two scenes, as steps would hand them to assembling. */
final class SmallFilm {
    static final long FIRST_WORD_SAMPLES = 4_800;
    private static final Duration FIRST_WORD = Duration.ofMillis(100);
    private static final List<String> LINES =
            List.of("Good morning, sea.", "Good morning, sky.", "And now we go home.");

    private long milliseconds = 1_700;

    /** Everybody speaks slower from now on. */
    void slower() {
        milliseconds = 2_300;
    }

    Divided divided() {
        return divided(ProductionRequest.DEFAULTS);
    }

    Divided divided(ProductionRequest request) {
        FilmPlan plan = new FilmPlan(
                "Small film",
                "",
                List.of(),
                List.of(
                        new ScenePlan("scene-1", "Morning", "calm", List.of(shot(0), shot(1))),
                        new ScenePlan("scene-2", "Evening", "calm", List.of(shot(2)))));
        return new Divided(
                plan,
                Choices.of(request, ScriptSettings.NONE, "en"),
                Map.of("scene-1", new UUID(0, 1), "scene-2", new UUID(0, 2)),
                List.of());
    }

    private static Shot shot(int index) {
        ShotDescription picture = new ShotDescription(
                "a beach",
                Setting.EXTERIOR,
                "beach",
                "dawn",
                "",
                "",
                "calm",
                ShotSize.WIDE,
                List.of(),
                List.of(),
                List.of());
        return new Shot(
                "s" + (index + 1),
                List.of(new SpokenLine("", LINES.get(index), "")),
                picture,
                CameraMove.PUSH_IN,
                "",
                "",
                "");
    }

    Map<String, Narrated> narration() {
        return Map.of("s1", narrated(0), "s2", narrated(1), "s3", narrated(2));
    }

    private Narrated narrated(int index) {
        Duration length = Duration.ofMillis(milliseconds);
        String text = LINES.get(index);
        List<WordTiming> words = List.of(new WordTiming(0, text.length(), FIRST_WORD, length.minusMillis(50)));
        return new Narrated(
                "s" + (index + 1),
                List.of(new SpokenSound(digest(index), Duration.ZERO, length, "", text, words)),
                List.of());
    }

    Map<String, Illustrated> pictures() {
        return Map.of("s1", picture(1), "s2", picture(2), "s3", picture(3));
    }

    private static Illustrated picture(int number) {
        return new Illustrated(
                "s" + number, new MediaSource(digest(number + 3), "image/png"), Optional.empty(), List.of());
    }

    Composed music() {
        return new Composed(digest(9), Duration.ofMinutes(2), List.of());
    }

    private static String digest(int number) {
        return "sha256:" + String.valueOf(number).repeat(64);
    }

    static TimelineSnapshot withCaption(TimelineSnapshot timeline, int index, String text) {
        List<CaptionClip> clips = captions(timeline);
        CaptionClip clip = clips.get(index);
        clips.set(
                index,
                new CaptionClip(
                        clip.id(),
                        text,
                        clip.startFrame(),
                        clip.durationFrames(),
                        clip.speaker(),
                        clip.styleId(),
                        clip.words()));
        return with(timeline, clips);
    }

    static TimelineSnapshot withLongCaption(TimelineSnapshot timeline, int index, long frames) {
        List<CaptionClip> clips = captions(timeline);
        CaptionClip clip = clips.get(index);
        clips.set(
                index,
                new CaptionClip(
                        clip.id(),
                        clip.text(),
                        clip.startFrame(),
                        frames,
                        clip.speaker(),
                        clip.styleId(),
                        clip.words()));
        return with(timeline, clips.subList(0, index + 1));
    }

    static TimelineSnapshot withoutCaption(TimelineSnapshot timeline, int index) {
        List<CaptionClip> clips = captions(timeline);
        clips.remove(index);
        return with(timeline, clips);
    }

    private static List<CaptionClip> captions(TimelineSnapshot timeline) {
        return new ArrayList<>(timeline.captionTracks().get(0).clips());
    }

    private static TimelineSnapshot with(TimelineSnapshot timeline, List<CaptionClip> clips) {
        CaptionTrack track = timeline.captionTracks().get(0);
        return new TimelineSnapshot(
                timeline.canvas(),
                timeline.visualTracks(),
                List.of(new CaptionTrack(track.id(), track.language(), track.burnedIn(), clips)),
                timeline.audioTracks(),
                timeline.captionStyles());
    }
}
