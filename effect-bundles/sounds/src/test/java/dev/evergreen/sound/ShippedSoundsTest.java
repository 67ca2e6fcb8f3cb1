package dev.evergreen.sound;

import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.Keyframe;
import dev.evergreen.tck.PluginPage;
import dev.evergreen.tck.PluginProject;
import dev.evergreen.tck.PreviewPictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every shipped effect on sound as people see it when they choose one: a spectrogram of what was, and of what it becomes. */
class ShippedSoundsTest {
    private static final PluginProject PROJECT = new PluginProject(Path.of(""));
    private static final int RATE = FrameRate.SAMPLE_RATE;
    private static final int LENGTH = 2 * RATE;

    /** Where the defaults change nothing, or little that can be seen. */
    private static final Map<String, Map<String, Object>> SETTINGS = Map.of(
            "evergreen.compressor", Map.of("threshold", -36, "ratio", 8),
            "evergreen.equalizer", Map.of("low", -12, "high", 12),
            "evergreen.limiter", Map.of("gain", 18, "ceiling", -6),
            "evergreen.noise-gate", Map.of("threshold", -34),
            "evergreen.noise-reduction", Map.of("reduction", 30, "floor", -35),
            "evergreen.pitch", Map.of("semitones", 12),
            "evergreen.reverb", Map.of("size", 3, "mix", 0.6),
            "evergreen.echo", Map.of("delay", 300, "decay", 0.7),
            "evergreen.time-stretch", Map.of("speed", 0.5),
            "evergreen.voice-cleanup", Map.of("strength", 1.0));

    private static final Map<String, Map<String, Curve>> CURVES = Map.of(
            "evergreen.gain",
            Map.of(
                    "gain",
                    new Curve(List.of(new Keyframe(0, 6, Easing.LINEAR), new Keyframe(LENGTH, -54, Easing.HOLD)))));

    @BeforeAll
    static void load() {
        Natives.load(Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
    }

    /** A hissing recording with rumble: two vowels, a sharp consonant between them. */
    private static IntToDoubleFunction voice() {
        SplittableRandom random = new SplittableRandom(11);
        double[] noise = random.doubles(LENGTH, -1, 1).toArray();
        return i -> {
            double time = (double) i / RATE;
            double sound = 0.004 * noise[i] + 0.02 * Math.sin(2 * Math.PI * 45 * time);
            double first = bell(time, 0.45, 0.2);
            double second = bell(time, 1.35, 0.25);
            for (int k = 1; k <= 24; k++) {
                double pitch = 150 + 30 * Math.sin(2 * Math.PI * 1.3 * time);
                double open = Math.exp(-Math.pow((k * 150 - (time < 0.9 ? 700 : 1600)) / 700.0, 2));
                sound += 0.16
                        * (first + second * 0.5)
                        * (0.15 + open)
                        / Math.sqrt(k)
                        * Math.sin(2 * Math.PI * k * pitch * time);
            }
            double before = i > 0 ? noise[i - 1] : 0;
            return sound + 0.14 * bell(time, 0.9, 0.06) * (noise[i] - before);
        };
    }

    private static double bell(double time, double centre, double width) {
        return Math.exp(-Math.pow((time - centre) / width, 4));
    }

    @Test
    void previewsShowWhatTheEffectsDo() throws Exception {
        SortedMap<String, AudioEffect> effects = PROJECT.plugins(AudioEffect.class);
        IntToDoubleFunction voice = voice();
        float[] before = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            before[i] = (float) voice.applyAsDouble(i);
        }
        for (Descriptor descriptor : PROJECT.descriptors().values()) {
            String id = descriptor.id();
            EffectRequest request = new EffectRequest(
                    SETTINGS.getOrDefault(id, Map.of()), CURVES.getOrDefault(id, Map.of()), LENGTH, 0);
            float[] after = HeardTest.heard(Objects.requireNonNull(effects.get(id)), request, voice, LENGTH, LENGTH);
            PreviewPictures.compare(
                    PROJECT.descriptorFolder().resolve(descriptor.preview().orElseThrow()),
                    Spectrogram.of(before, after, PreviewPictures.WIDTH, PreviewPictures.HEIGHT));
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptors() throws Exception {
        PluginPage.compare(
                Path.of("..", "..", "docs", "sounds.md"),
                """
                # Audio effects

                Made from the effects' descriptors; `mvn -Devergreen.golden=write test` in `effect-bundles/sounds` writes it anew.
                Each is a bundle and a feature of its own (`evergreen-sound-<name>`). The pictures are spectrograms of a noisy voice over two
                seconds, 60 Hz to 16 kHz: left as it was, right as it becomes. A number marked with ~ takes keyframes.
                """,
                "../effect-bundles/sounds/src/main/resources/EVG-INF",
                PROJECT.descriptors().values(),
                descriptor -> "");
    }
}
