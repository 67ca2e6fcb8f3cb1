package dev.evergreen.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.av.SampleSource;
import dev.evergreen.media.internal.av.SoundFilter;
import dev.evergreen.sound.compressor.internal.Compressor;
import dev.evergreen.sound.deesser.internal.DeEsser;
import dev.evergreen.sound.echo.internal.Echo;
import dev.evergreen.sound.equalizer.internal.Equalizer;
import dev.evergreen.sound.gain.internal.Gain;
import dev.evergreen.sound.limiter.internal.Limiter;
import dev.evergreen.sound.noisegate.internal.NoiseGate;
import dev.evergreen.sound.noisereduction.internal.NoiseReduction;
import dev.evergreen.sound.pitch.internal.Pitch;
import dev.evergreen.sound.reverb.internal.Reverb;
import dev.evergreen.sound.soundfade.internal.SoundFade;
import dev.evergreen.sound.telephone.internal.Telephone;
import dev.evergreen.sound.timestretch.internal.TimeStretch;
import dev.evergreen.sound.voicecleanup.internal.VoiceCleanup;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.Keyframe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each effect makes of a real sound, measured. */
class HeardTest {
    private static final int RATE = FrameRate.SAMPLE_RATE;
    private static final MediaFormat FORMAT = new MediaFormat(2, 2, FrameRate.FPS_30, 2);

    @BeforeAll
    static void load() {
        Natives.load(Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
    }

    static List<AudioEffect> all() {
        return List.of(
                new Compressor(),
                new DeEsser(),
                new Echo(),
                new Equalizer(),
                new Gain(),
                new Limiter(),
                new NoiseGate(),
                new NoiseReduction(),
                new Pitch(),
                new Reverb(),
                new SoundFade(),
                new Telephone(),
                new TimeStretch(),
                new VoiceCleanup());
    }

    /** Both channels carry the same sound. */
    private record Tone(IntToDoubleFunction sample, int length, int[] at) implements SampleSource {
        @Override
        public int read(float[] left, float[] right, int offset, int n) {
            int count = Math.min(n, length - at[0]);
            for (int i = 0; i < count; i++) {
                left[offset + i] = (float) sample.applyAsDouble(at[0] + i);
                right[offset + i] = left[offset + i];
            }
            at[0] += count;
            return count;
        }

        @Override
        public void close() {
            at[0] = length;
        }
    }

    private static float[] heard(
            AudioEffect effect, Map<String, Object> parameters, IntToDoubleFunction sample, int n) {
        return heard(effect, new EffectRequest(parameters, Map.of(), n, 0), sample, n, n);
    }

    static float[] heard(AudioEffect effect, EffectRequest request, IntToDoubleFunction sample, int given, int taken) {
        float[] left = new float[taken];
        float[] right = new float[taken];
        try (SoundFilter filter = new SoundFilter(
                effect.render(request, FORMAT),
                effect.delaySamples(request, FORMAT),
                new Tone(sample, given, new int[1]))) {
            // In uneven pieces, as whoever listens asks for them.
            for (int at = 0, piece = 1; at < taken; piece = piece * 3 % 4_001 + 1) {
                int n = Math.min(piece, taken - at);
                assertEquals(n, filter.read(left, right, at, n));
                at += n;
            }
        }
        assertArrayEquals(left, right, 1e-4f, "both sides are treated alike");
        return left;
    }

    private static double speech(int i) {
        double time = i / (double) RATE;
        double buzz = 0;
        for (int k = 1; k < 20; k++) {
            buzz += Math.sin(2 * Math.PI * 130 * k * time) / k;
        }
        return 0.2 * Math.max(0, Math.sin(2 * Math.PI * 3.1 * time)) * buzz;
    }

    private static IntToDoubleFunction sine(double frequency, double amplitude) {
        return i -> amplitude * Math.sin(2 * Math.PI * frequency * i / RATE);
    }

    private static IntToDoubleFunction noise(double amplitude) {
        Random random = new Random(5);
        return i -> amplitude * (2 * random.nextDouble() - 1);
    }

    private static double level(float[] sound, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            sum += sound[i] * (double) sound[i];
        }
        return 10 * Math.log10(sum / ((to - from) * RATE) + 1e-12);
    }

    /** Of one frequency, in decibels. */
    private static double band(float[] sound, double from, double to, double frequency) {
        double re = 0;
        double im = 0;
        int start = (int) (from * RATE);
        int end = (int) (to * RATE);
        for (int i = start; i < end; i++) {
            double window = .5 - .5 * Math.cos(2 * Math.PI * (i - start) / (end - start));
            re += sound[i] * window * Math.cos(2 * Math.PI * frequency * i / RATE);
            im += sound[i] * window * Math.sin(2 * Math.PI * frequency * i / RATE);
        }
        return 20 * Math.log10(4 * Math.hypot(re, im) / (end - start) + 1e-12);
    }

    private static double peak(float[] sound) {
        double peak = 0;
        for (float sample : sound) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    @ParameterizedTest
    @MethodSource("all")
    void speechStaysSpeechAndEveryRunIsTheSame(AudioEffect effect) {
        float[] first = heard(effect, Map.of(), HeardTest::speech, 3 * RATE);
        for (float sample : first) {
            assertTrue(Math.abs(sample) <= 1, "no clipping, and nothing that is no number");
        }
        assertTrue(level(first, 1, 2) > -40, "speech must still be heard");
        assertArrayEquals(first, heard(effect, Map.of(), HeardTest::speech, 3 * RATE));
    }

    /** Where a burst stands afterwards, by the middle of its energy. */
    @ParameterizedTest
    @MethodSource("all")
    void nothingComesLate(AudioEffect effect) {
        boolean windows = effect instanceof Pitch || effect instanceof TimeStretch;
        int at = RATE;
        float[] sound = heard(
                effect,
                effect instanceof Reverb ? Map.of("mix", 0.0) : Map.of(),
                i -> i >= at && i < at + 240 ? 0.5 * Math.sin(2 * Math.PI * 1000 * i / RATE) : 0,
                2 * RATE);
        double energy = 0;
        double moment = 0;
        for (int i = at - 4_800; i < at + 4_800; i++) {
            energy += sound[i] * sound[i];
            moment += i * (double) sound[i] * sound[i];
        }
        assertEquals(at + 120, moment / energy, windows ? 1_000 : 60, "samples");
    }

    @Test
    void gainFollowsItsCurve() {
        Curve curve = new Curve(List.of(new Keyframe(0, 0, Easing.LINEAR), new Keyframe(2 * RATE, -40, Easing.HOLD)));
        EffectRequest request = new EffectRequest(Map.of(), Map.of("gain", curve), 3 * RATE, 0);
        float[] sound = heard(new Gain(), request, sine(500, 0.5), 3 * RATE, 3 * RATE);
        double full = 20 * Math.log10(0.5 / Math.sqrt(2));
        assertEquals(full - 10, level(sound, 0.49, 0.51), 0.3);
        assertEquals(full - 30, level(sound, 1.49, 1.51), 0.3);
        assertEquals(full - 40, level(sound, 2.2, 2.8), 0.1);
        for (int i = 1; i < sound.length; i++) {
            assertTrue(Math.abs(sound[i] - sound[i - 1]) < 0.036, "a step is heard at " + i);
        }
        assertEquals(full + 6, level(heard(new Gain(), Map.of("gain", 6), sine(500, 0.5), RATE), 0.2, 0.8), 0.05);
    }

    @Test
    void fadesReachSilenceAtBothEnds() {
        float[] sound = heard(new SoundFade(), Map.of("fadeIn", 1, "fadeOut", 0.5), sine(500, 0.5), 3 * RATE);
        assertTrue(level(sound, 0, 0.02) < -50 && level(sound, 2.99, 3) < -40);
        assertEquals(level(sound, 1.2, 1.4), level(sound, 2.2, 2.4), 0.1);
        assertTrue(level(sound, 0.45, 0.55) < level(sound, 1.2, 1.4) - 2);
    }

    @Test
    void theEqualizerLiftsOneBandAndLeavesTheOthers() {
        float[] sound = heard(
                new Equalizer(),
                Map.of("mid", 12, "frequency", 1000, "quality", 2, "high", -12),
                i -> sine(100, 0.1).applyAsDouble(i)
                        + sine(1000, 0.1).applyAsDouble(i)
                        + sine(14_000, 0.1).applyAsDouble(i),
                2 * RATE);
        assertEquals(-20, band(sound, 0.5, 1.5, 100), 0.5);
        assertEquals(-8, band(sound, 0.5, 1.5, 1000), 0.5);
        assertEquals(-32, band(sound, 0.5, 1.5, 14_000), 2.5);
    }

    @Test
    void theCompressorBringsLoudAndSoftTogether() {
        IntToDoubleFunction steps = i -> sine(400, i < RATE ? 0.05 : 0.8).applyAsDouble(i);
        float[] sound = heard(new Compressor(), Map.of("threshold", -20, "ratio", 4), steps, 2 * RATE);
        double before = 20 * Math.log10(0.8 / 0.05);
        double after = level(sound, 1.5, 1.9) - level(sound, 0.5, 0.9);
        assertTrue(after < before - 8 && after > 6, before + " dB became " + after);
    }

    @Test
    void theLimiterLetsNothingPass() {
        float[] sound = heard(new Limiter(), Map.of("gain", 12, "ceiling", -3), HeardTest::speech, 3 * RATE);
        assertTrue(20 * Math.log10(peak(sound)) <= -2.9, "the highest sample is " + peak(sound));
        assertTrue(20 * Math.log10(peak(sound)) > -4);
    }

    @Test
    void theGateClosesOnWhatIsSoft() {
        IntToDoubleFunction hiss = noise(0.003);
        IntToDoubleFunction sound =
                i -> hiss.applyAsDouble(i) + (i < RATE ? sine(300, 0.4).applyAsDouble(i) : 0);
        float[] gated = heard(new NoiseGate(), Map.of("threshold", -35), sound, 3 * RATE);
        assertEquals(20 * Math.log10(0.4 / Math.sqrt(2)), level(gated, 0.3, 0.9), 0.5);
        assertTrue(level(gated, 2, 2.9) < -85, "the hiss is at " + level(gated, 2, 2.9));
    }

    @Test
    void noiseReductionTakesHissAndLeavesTheVoice() {
        IntToDoubleFunction hiss = noise(0.01);
        IntToDoubleFunction sound =
                i -> hiss.applyAsDouble(i) + (i > 2 * RATE ? sine(400, 0.3).applyAsDouble(i) : 0);
        float[] clean = heard(new NoiseReduction(), Map.of("reduction", 20, "floor", -40), sound, 4 * RATE);
        assertTrue(level(clean, 1, 1.9) < -44.8 - 8, "the hiss is at " + level(clean, 1, 1.9));
        assertEquals(20 * Math.log10(0.3), band(clean, 2.5, 3.5, 400), 1);
    }

    @Test
    void theRoomRingsAsLongAsItsSize() {
        IntToDoubleFunction burst = i -> i < 2_400 ? sine(800, 0.8).applyAsDouble(i) : 0;
        for (double size : new double[] {0.6, 3}) {
            EffectRequest request = new EffectRequest(Map.of("size", size, "mix", 1.0), Map.of(), 2_400, 0);
            float[] sound = heard(new Reverb(), request, burst, 2_400, 2 * RATE);
            double early = level(sound, 0.1, 0.3);
            double late = level(sound, 0.7, 0.9);
            double fall = (early - late) / 0.6;
            assertEquals(60 / size, fall, 25 / size + 8, "decibels a second in a room of " + size + " s");
        }
    }

    @Test
    void echoesComeBack() {
        float[] sound = heard(
                new Echo(),
                Map.of("delay", 500, "decay", 0.5, "repeats", 2),
                i -> i < 4_800 ? sine(800, 0.6).applyAsDouble(i) : 0,
                2 * RATE);
        assertEquals(-6, level(sound, 0.5, 0.6) - level(sound, 0, 0.1), 0.5);
        assertEquals(-12, level(sound, 1, 1.1) - level(sound, 0, 0.1), 0.5);
        assertTrue(level(sound, 0.2, 0.4) < -100);
    }

    @Test
    void anOctaveIsTwiceTheFrequencyAndNoOtherLength() {
        float[] up = heard(new Pitch(), Map.of("semitones", 12), sine(440, 0.4), 3 * RATE);
        assertTrue(band(up, 1, 2, 880) > band(up, 1, 2, 440) + 20);
        assertTrue(level(up, 2.7, 2.95) > -20, "it must last as long as before");
        float[] down = heard(new Pitch(), Map.of("semitones", -5), sine(440, 0.4), 3 * RATE);
        double fourth = 440 * Math.pow(2, -5 / 12.0);
        assertTrue(band(down, 1, 2, fourth) > band(down, 1, 2, 440) + 20);
    }

    @Test
    void halfTheSpeedTakesHalfTheSource() {
        IntToDoubleFunction steps = i -> i < RATE ? sine(440, 0.4).applyAsDouble(i) : 0;
        float[] slow = heard(new TimeStretch(), Map.of("speed", 0.5), steps, 3 * RATE);
        assertTrue(level(slow, 1.5, 1.9) > -15 && level(slow, 2.2, 2.8) < -60);
        float[] fast = heard(new TimeStretch(), Map.of("speed", 2.0), steps, 3 * RATE);
        assertTrue(level(fast, 0.1, 0.4) > -15 && level(fast, 0.7, 2.8) < -60);
        assertEquals(band(slow, 0.5, 1.5, 440), 20 * Math.log10(0.4), 1);
    }

    @Test
    void theTelephoneHasNoBassAndNoTreble() {
        IntToDoubleFunction all = i -> sine(80, 0.1).applyAsDouble(i)
                + sine(1000, 0.1).applyAsDouble(i)
                + sine(9000, 0.1).applyAsDouble(i);
        float[] sound = heard(new Telephone(), Map.of(), all, 2 * RATE);
        assertTrue(band(sound, 0.5, 1.5, 1000) > band(sound, 0.5, 1.5, 80) + 25);
        assertTrue(band(sound, 0.5, 1.5, 1000) > band(sound, 0.5, 1.5, 9000) + 25);
    }

    @Test
    void sharpConsonantsAreSoftened() {
        float[] sound = heard(new DeEsser(), Map.of(), sine(8_000, 0.5), 2 * RATE);
        float[] vowel = heard(new DeEsser(), Map.of(), sine(300, 0.5), 2 * RATE);
        assertTrue(level(sound, 1, 1.9) < level(vowel, 1, 1.9) - 3, level(sound, 1, 1.9) + " " + level(vowel, 1, 1.9));
    }

    @Test
    void aVoiceIsCleanedUp() {
        IntToDoubleFunction hiss = noise(0.006);
        IntToDoubleFunction rumble = sine(35, 0.1);
        IntToDoubleFunction sound =
                i -> hiss.applyAsDouble(i) + rumble.applyAsDouble(i) + (i > 2 * RATE ? speech(i) : 0);
        float[] clean = heard(new VoiceCleanup(), Map.of("strength", 1.0), sound, 5 * RATE);
        assertTrue(band(clean, 1, 2, 35) < -20 - 10, "rumble at " + band(clean, 1, 2, 35));
        assertTrue(band(clean, 1, 2, 5_000) < -60, "hiss");
        assertTrue(level(clean, 2.5, 4.5) > -30, "the voice stays");
    }
}
