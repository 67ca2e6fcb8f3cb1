package dev.evergreen.productions.internal;

import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.Narrated;
import dev.evergreen.productions.internal.StepData.SpokenSound;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.timeline.FrameRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When every shot and every line of a film begins: the measured narration decides, pauses do the rest.
 *
 * @param shots in order
 * @param frames length of the film
 */
record Timing(List<TimedShot> shots, long frames) {
    /** Time for the title before the first words. */
    private static final double TITLE = 2.8;

    private static final double TITLE_OF_A_SHORT = 1.5;
    private static final double BEFORE_WORDS = 0.35;
    private static final double BETWEEN_LINES = 0.35;
    private static final double AFTER_WORDS = 0.45;
    private static final double AFTER_A_SCENE = 0.55;
    private static final double WITHOUT_WORDS = 3.0;
    private static final double WITH_TEXT_TO_READ = 3.6;
    /** Time after the last words in which music and picture end. */
    private static final double ENDING = 2.4;

    private static final double NANOS = 1e9;

    Timing {
        shots = List.copyOf(shots);
    }

    /**
     * @param scene index of its scene, counted from 0
     * @param lastOfScene whether another scene or the end follows
     */
    record TimedShot(
            ScenePlan plan,
            Shot shot,
            int scene,
            boolean lastOfScene,
            long startFrame,
            long durationFrames,
            List<TimedLine> lines) {
        TimedShot {
            lines = List.copyOf(lines);
        }
    }

    /** A line with its first sample on the timeline. */
    record TimedLine(SpokenSound sound, long startSample, long durationSamples) {}

    Duration length(FrameRate rate) {
        return Duration.ofNanos(Math.round(frames / rate.framesPerSecond() * NANOS));
    }

    static Timing of(Divided divided, Map<String, Narrated> narration) {
        FilmFormat film = divided.choices().film();
        FrameRate rate = FrameRate.of(film.framesPerSecond());
        List<TimedShot> timed = new ArrayList<>();
        List<ScenePlan> scenes = divided.plan().scenes();
        long frame = 0;
        for (int s = 0; s < scenes.size(); s++) {
            List<Shot> shots = scenes.get(s).shots();
            for (int i = 0; i < shots.size(); i++) {
                Shot shot = shots.get(i);
                boolean first = timed.isEmpty();
                boolean lastOfScene = i == shots.size() - 1;
                boolean last = lastOfScene && s == scenes.size() - 1;
                double at = first ? (film.isVertical() ? TITLE_OF_A_SHORT : TITLE) : BEFORE_WORDS;
                List<TimedLine> lines = new ArrayList<>();
                Narrated spoken = narration.get(shot.id());
                if (spoken == null || spoken.sounds().isEmpty()) {
                    at += shot.onScreenText().isBlank() ? WITHOUT_WORDS : WITH_TEXT_TO_READ;
                } else {
                    for (SpokenSound sound : spoken.sounds()) {
                        at += lines.isEmpty() ? 0 : BETWEEN_LINES;
                        long start = rate.sampleAt(frame) + samples(at);
                        long length = samples(sound.duration().toNanos() / NANOS);
                        lines.add(new TimedLine(sound, start, Math.max(1, length)));
                        at += sound.duration().toNanos() / NANOS;
                    }
                    at += AFTER_WORDS;
                }
                at += (lastOfScene ? AFTER_A_SCENE : 0) + (last ? ENDING : 0);
                long length = Math.max(1, Math.round(at * rate.framesPerSecond()));
                timed.add(new TimedShot(scenes.get(s), shot, s, lastOfScene, frame, length, lines));
                frame += length;
            }
        }
        return new Timing(timed, frame);
    }

    private static long samples(double seconds) {
        return Math.round(seconds * FrameRate.SAMPLE_RATE);
    }
}
