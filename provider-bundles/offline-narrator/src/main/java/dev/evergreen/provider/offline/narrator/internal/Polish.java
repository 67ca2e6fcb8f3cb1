package dev.evergreen.provider.offline.narrator.internal;

import dev.evergreen.spi.provider.WordTiming;
import java.time.Duration;
import java.util.List;

/** Makes a raw voice fit to be mixed: no silence at its ends, no rumble, a little air, an even level. */
final class Polish {
    /** Samples a second of every finished recording. */
    static final int RATE = 48_000;

    private static final double SILENCE = 0.004;
    private static final double MARGIN_SECONDS = 0.03;
    /** The first word's sound may begin that much before its time: times mark the middle of the change between sounds. */
    private static final double EARLY_SECONDS = 0.06;

    private static final double RUMBLE_HERTZ = 75;
    private static final double AIR_HERTZ = 3_200;
    private static final double AIR = 0.45;
    private static final double LEVEL = 0.09;
    private static final double PEAK = 0.89;

    private Polish() {}

    static Recording polish(Recording raw) {
        float[] sound = raw.rate() == RATE ? raw.samples() : Resampler.resample(raw.samples(), raw.rate(), RATE);
        int margin = (int) (MARGIN_SECONDS * RATE);
        int first = 0;
        while (first < sound.length && Math.abs(sound[first]) < SILENCE) {
            first++;
        }
        int last = sound.length - 1;
        while (last > first && Math.abs(sound[last]) < SILENCE) {
            last--;
        }
        int from = Math.max(0, Math.min(last, Math.max(first - margin, silentUntil(raw.words()))));
        int to = Math.min(sound.length, last + 1 + margin);
        float[] cut = java.util.Arrays.copyOfRange(sound, Math.min(from, to), to);
        shape(cut);
        level(cut);
        fade(cut, margin / 3);
        return new Recording(cut, RATE, shifted(raw.words(), (double) from / RATE, (double) cut.length / RATE));
    }

    /** What is heard before the first word is murmur of the synthesizer: captions and pauses would miss the voice by it. */
    private static int silentUntil(List<WordTiming> words) {
        return words.isEmpty() ? 0 : (int) Math.max(0, (words.get(0).from().toNanos() / 1e9 - EARLY_SECONDS) * RATE);
    }

    /** A one-pole high-pass takes rumble away; adding a high-passed copy gives back the air that a 16 kHz voice lacks. */
    private static void shape(float[] sound) {
        double rumble = pole(RUMBLE_HERTZ);
        double air = pole(AIR_HERTZ);
        double low = 0;
        double dull = 0;
        for (int i = 0; i < sound.length; i++) {
            low += (sound[i] - low) * rumble;
            double clean = sound[i] - low;
            dull += (clean - dull) * air;
            sound[i] = (float) (clean + AIR * (clean - dull));
        }
    }

    private static double pole(double hertz) {
        return 1 - Math.exp(-2 * Math.PI * hertz / RATE);
    }

    private static void level(float[] sound) {
        double power = 0;
        long loud = 0;
        double peak = 1e-9;
        for (float sample : sound) {
            if (Math.abs(sample) > SILENCE) {
                power += sample * sample;
                loud++;
            }
            peak = Math.max(peak, Math.abs(sample));
        }
        double gain = loud == 0 ? 1 : LEVEL / Math.sqrt(power / loud);
        double allowed = Math.min(gain, PEAK / peak * 1.6);
        for (int i = 0; i < sound.length; i++) {
            // A soft knee bends the few highest peaks instead of lowering the whole voice.
            double sample = sound[i] * allowed;
            sound[i] = (float)
                    (Math.abs(sample) <= 0.6
                            ? sample
                            : Math.signum(sample) * (0.6 + 0.29 * Math.tanh((Math.abs(sample) - 0.6) / 0.29)));
        }
    }

    private static void fade(float[] sound, int length) {
        for (int i = 0; i < Math.min(length, sound.length / 2); i++) {
            float gain = (float) i / length;
            sound[i] *= gain;
            sound[sound.length - 1 - i] *= gain;
        }
    }

    private static List<WordTiming> shifted(List<WordTiming> words, double seconds, double length) {
        return words.stream()
                .map(word -> new WordTiming(
                        word.start(),
                        word.end(),
                        shifted(word.from(), seconds, length),
                        shifted(word.to(), seconds, length)))
                .toList();
    }

    private static Duration shifted(Duration time, double seconds, double length) {
        double at = Math.max(0, Math.min(length, time.toNanos() / 1e9 - seconds));
        return Duration.ofNanos(Math.round(at * 1e9));
    }
}
