package dev.evergreen.media.internal.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.Loudness;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.media.internal.render.TestMedia;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.GainPoint;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualTrack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of the mixing desk, measured in the decoded film by FFmpeg's own meters. */
class SoundMasterTest {
    @TempDir
    Path folder;

    @Test
    void voiceAndMusicReachTheLoudnessAndStayBelowThePeak() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 2)) {
            AudioClip voice = clip(engine, "voice", AudioRole.VOICE, 20, TestMedia::speech, 0, List.of());
            AudioClip music = clip(engine, "music", AudioRole.MUSIC, 20, TestMedia::music, 0, List.of());
            RenderResult result = render(engine, 600, List.of(voice, music));
            Loudness measured = measured(result.film());
            assertEquals(-14, measured.integrated(), 0.5);
            assertEquals(result.loudness().integrated(), measured.integrated(), 0.3);
            assertTrue(measured.truePeak() <= -1, "The true peak is " + measured.truePeak() + " dBTP");
        }
    }

    @Test
    void quietAndLoudInputsEndUpAlike() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 1)) {
            for (double level : new double[] {0.02, 0.9}) {
                Random random = new Random(3);
                double[] burst = {0};
                AudioClip noise = clip(
                        engine,
                        "noise" + level,
                        AudioRole.EFFECT,
                        12,
                        i -> {
                            burst[0] = i % 9_000 == 0 ? 1 : burst[0] * 0.9995;
                            return level * burst[0] * (2 * random.nextDouble() - 1);
                        },
                        0,
                        List.of());
                RenderResult result = render(engine, 360, List.of(noise));
                Loudness measured = measured(result.film());
                assertEquals(-14, measured.integrated(), 0.5, "at level " + level);
                // White noise is the worst case: its peaks lie between the samples and beyond what the filter of
                // BS.1770 sees.
                assertTrue(measured.truePeak() <= -0.5, "The true peak is " + measured.truePeak() + " dBTP");
            }
        }
    }

    @Test
    void musicGoesTwelveDecibelsDownBeforeTheVoiceAndComesBack() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 1)) {
            AudioClip music = clip(engine, "music", AudioRole.MUSIC, 16, TestMedia::music, 0, List.of());
            AudioClip voice = clip(
                    engine,
                    "voice",
                    AudioRole.VOICE,
                    4,
                    i -> 0.2 * Math.sin(2 * Math.PI * 2000 * i / 48_000.0),
                    6,
                    List.of());
            RenderResult result = render(engine, 480, List.of(music, voice));
            float[] sound = TestMedia.decoded(folder, result.film());
            double before = level(sound, 3, 4, 220);
            double under = level(sound, 7, 9, 220);
            double onset = level(sound, 5.95, 6, 220);
            double after = level(sound, 13, 14, 220);
            assertEquals(-12, decibels(under / before), 0.7);
            assertTrue(decibels(onset / before) < -10, "At the first syllable the music is still loud");
            assertEquals(0, decibels(after / before), 0.5);
        }
    }

    @Test
    void aSampleIsHeardWhenTheTimelineSaysSo() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 1)) {
            AudioClip click = clip(
                    engine,
                    "click",
                    AudioRole.EFFECT,
                    1,
                    i -> i >= 4800 && i < 4848 ? 0.8 * Math.sin(2 * Math.PI * 1000 * i / 48_000.0) : 0,
                    3,
                    List.of());
            RenderResult result = render(engine, 180, List.of(click));
            float[] sound = TestMedia.decoded(folder, result.film());
            int loudest = 0;
            for (int i = 0; i < sound.length; i++) {
                loudest = Math.abs(sound[i]) > Math.abs(sound[loudest]) ? i : loudest;
            }
            assertEquals(3 * 48_000 + 4824, loudest, 48);
            assertEquals(6 * 48_000, sound.length, 1024);
        }
    }

    @Test
    void effectsAreHeardInPlaceAndRingOn() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 1)) {
            // Late by ten milliseconds, which it says, and with an echo after a quarter of a second.
            engine.plugins.add(
                    AudioEffect.class,
                    "test.echo",
                    new Filters(
                            480,
                            FilterGraph.chain(
                                    new FilterNode("late", "adelay", Map.of("delays", new FilterOption.Word("10|10"))),
                                    new FilterNode(
                                            "echo",
                                            "aecho",
                                            Map.of(
                                                    "in_gain",
                                                    new FilterOption.Number(1),
                                                    "out_gain",
                                                    new FilterOption.Number(1),
                                                    "delays",
                                                    new FilterOption.Word("250"),
                                                    "decays",
                                                    new FilterOption.Word("0.5"))))),
                    "1");
            AudioClip plain = clip(
                    engine,
                    "click",
                    AudioRole.EFFECT,
                    0.1,
                    i -> i >= 2400 && i < 2448 ? 0.8 * Math.sin(2 * Math.PI * 1000 * i / 48_000.0) : 0,
                    3,
                    List.of());
            // The clip lasts longer than its source.
            AudioClip click = new AudioClip(
                    plain.id(),
                    plain.digest(),
                    plain.startSample(),
                    48_000,
                    0,
                    List.of(),
                    0,
                    0,
                    plain.role(),
                    List.of(EffectUse.of("test.echo", Map.of())));
            RenderResult result = render(engine, 180, List.of(click));
            float[] sound = TestMedia.decoded(folder, result.film());
            int first = loudest(sound, 0, 3 * 48_000 + 10_000);
            int second = loudest(sound, 3 * 48_000 + 10_000, sound.length);
            assertEquals(3 * 48_000 + 2424, first, 48);
            assertEquals(first + 12_000, second, 48);
            assertTrue(Math.abs(sound[second]) > 0.05, "The echo after the end of the source is missing");
        }
    }

    @Test
    void anEffectThatCannotWorkIsNamed() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 1)) {
            engine.plugins.add(
                    AudioEffect.class,
                    "test.broken",
                    new Filters(0, FilterGraph.of("atempo", Map.of("tempo", new FilterOption.Number(-3)))),
                    "1");
            engine.plugins.add(
                    AudioEffect.class,
                    "test.endless",
                    new Filters(0, FilterGraph.of("volume", Map.of("volume", new FilterOption.Number(1e9)))),
                    "1");
            AudioClip tone = clip(engine, "tone", AudioRole.EFFECT, 2, TestMedia::music, 0, List.of());
            for (String id : List.of("test.broken", "test.endless")) {
                AudioClip broken = new AudioClip(
                        tone.id(),
                        tone.digest(),
                        0,
                        tone.durationSamples(),
                        0,
                        List.of(),
                        0,
                        0,
                        tone.role(),
                        List.of(EffectUse.of(id, Map.of())));
                MediaException failed = assertThrows(MediaException.class, () -> render(engine, 60, List.of(broken)));
                assertEquals(MediaException.Kind.PLUGIN_FAILED, failed.kind(), failed.getMessage());
                assertTrue(String.valueOf(failed.getMessage()).contains(id), failed.getMessage());
            }
        }
    }

    private record Filters(int delay, FilterGraph graph) implements AudioEffect {
        @Override
        public FilterGraph render(EffectRequest request, MediaFormat in) {
            return graph;
        }

        @Override
        public int delaySamples(EffectRequest request, MediaFormat in) {
            return delay;
        }
    }

    private static int loudest(float[] sound, int from, int to) {
        int loudest = from;
        for (int i = from; i < to; i++) {
            loudest = Math.abs(sound[i]) > Math.abs(sound[loudest]) ? i : loudest;
        }
        return loudest;
    }

    @Test
    void gainEnvelopesAndFadesAreFollowed() throws Exception {
        try (TestEngine engine = new TestEngine(folder, 1)) {
            List<GainPoint> envelope =
                    List.of(new GainPoint(0, 0), new GainPoint(4 * 48_000, 0), new GainPoint(5 * 48_000, -20));
            AudioClip tone = clip(
                    engine,
                    "tone",
                    AudioRole.EFFECT,
                    10,
                    i -> 0.1 * Math.sin(2 * Math.PI * 500 * i / 48_000.0),
                    0,
                    envelope);
            RenderResult result = render(engine, 300, List.of(tone));
            float[] sound = TestMedia.decoded(folder, result.film());
            double loud = level(sound, 2, 3, 500);
            double soft = level(sound, 6, 7, 500);
            double middle = level(sound, 4.45, 4.55, 500);
            assertEquals(-20, decibels(soft / loud), 0.5);
            assertEquals(-10, decibels(middle / loud), 1);
        }
    }

    @Test
    void theMeterAgreesWithFfmpegs() throws Exception {
        Path file = TestMedia.sound(folder.resolve("speech.wav"), 15, TestMedia::speech);
        LoudnessMeter meter = new LoudnessMeter();
        float[] sound = TestMedia.decoded(folder, file);
        meter.add(sound, sound, sound.length);
        // Twice the same channel is 3 dB louder than the one channel that the file has.
        assertEquals(measured(file).integrated() + 3.01, meter.integrated(), 0.15);
    }

    private RenderResult render(TestEngine engine, long frames, List<AudioClip> clips) throws Exception {
        Canvas canvas = new Canvas(64, 36, FrameRate.FPS_30, Colour.BLACK);
        TimelineSnapshot timeline = new TimelineSnapshot(
                canvas,
                List.of(new VisualTrack(
                        "v",
                        List.of(TestMedia.clip("c", new SolidSource(Colour.WHITE), 0, frames, Transform.STILL, null)))),
                List.of(),
                clips.stream()
                        .map(clip -> new AudioTrack("track-" + clip.id(), List.of(clip)))
                        .toList(),
                List.of());
        Path film = Files.createTempFile(folder, "film", ".mp4");
        return engine.render(timeline, TestEngine.mp4("ultrafast"), film);
    }

    private AudioClip clip(
            TestEngine engine,
            String id,
            AudioRole role,
            double seconds,
            java.util.function.IntToDoubleFunction sample,
            double start,
            List<GainPoint> gain)
            throws Exception {
        Path file = TestMedia.sound(folder.resolve(id + ".wav"), seconds, sample);
        return new AudioClip(
                id,
                engine.blob(file),
                Math.round(start * 48_000),
                Math.round(seconds * 48_000),
                0,
                gain,
                0,
                0,
                role,
                List.of());
    }

    /** The amplitude of one frequency between two moments. */
    private static double level(float[] sound, double from, double to, double frequency) {
        double re = 0;
        double im = 0;
        int start = (int) (from * 48_000);
        int end = (int) (to * 48_000);
        for (int i = start; i < end; i++) {
            double window = .5 - .5 * Math.cos(2 * Math.PI * (i - start) / (end - start));
            double angle = 2 * Math.PI * frequency * i / 48_000;
            re += sound[i] * window * Math.cos(angle);
            im += sound[i] * window * Math.sin(angle);
        }
        return Math.hypot(re, im) / (end - start);
    }

    private static double decibels(double factor) {
        return 20 * Math.log10(factor);
    }

    private Loudness measured(Path file) throws Exception {
        String log = TestMedia.ffmpeg(
                folder,
                "-i",
                file.toString(),
                "-map",
                "0:a",
                "-af",
                "ebur128=peak=true:framelog=quiet",
                "-f",
                "null",
                "-");
        return new Loudness(last("\\bI:\\s+(-?[\\d.]+) LUFS", log), last("\\bPeak:\\s+(-?[\\d.]+) dBFS", log));
    }

    private static double last(String pattern, String log) {
        Matcher matcher = Pattern.compile(pattern).matcher(log);
        double value = Double.NaN;
        while (matcher.find()) {
            value = Double.parseDouble(matcher.group(1));
        }
        return value;
    }
}
