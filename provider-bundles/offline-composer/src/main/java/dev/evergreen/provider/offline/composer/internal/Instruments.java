package dev.evergreen.provider.offline.composer.internal;

import java.util.SplittableRandom;

/** Plays single notes into a stereo buffer. Every note begins and ends at zero, so nothing clicks. */
final class Instruments {
    private static final double TAU = 2 * Math.PI;

    private final float[] left;
    private final float[] right;
    private final int rate;

    Instruments(float[] left, float[] right, int rate) {
        this.left = left;
        this.right = right;
        this.rate = rate;
    }

    void play(Note note) {
        switch (note.part()) {
            case PAD -> pad(note);
            case PIANO -> struck(note, 1.9, 0.0004, 8, 0.64, 0.004);
            case BELL -> bell(note);
            case PLUCK -> pluck(note);
            case BASS -> bass(note);
            case SHAKER -> shaker(note);
        }
    }

    /** Three slightly detuned sounds of falling harmonics, coming and going slowly. */
    private void pad(Note note) {
        double attack = Math.min(0.9, note.length() * 0.35);
        double release = 1.1;
        int count = samples(note.length() + release);
        double[] detune = {0.9975, 1, 1.0027};
        for (int voice = 0; voice < detune.length; voice++) {
            for (int harmonic = 1; harmonic <= 6; harmonic++) {
                double hertz = note.hertz() * detune[voice] * harmonic;
                if (hertz > 5_000) {
                    break;
                }
                double level = note.velocity() * 0.08 / Math.pow(harmonic, 1.55);
                double pan = note.pan() + (voice - 1) * 0.35;
                tone(note.start(), count, hertz, pan, t -> level * slope(t, attack, note.length(), release));
            }
        }
    }

    /** A struck string: stretched partials that die the faster the higher they are. */
    private void struck(Note note, double decay, double inharmonicity, int partials, double brightness, double attack) {
        double length = Math.min(note.length() + 1.4, 5);
        int count = samples(length);
        double release = Math.min(1.2, length * 0.4);
        for (int n = 1; n <= partials; n++) {
            double hertz = note.hertz() * n * Math.sqrt(1 + inharmonicity * n * n);
            if (hertz > 9_000) {
                break;
            }
            double level = note.velocity() * 0.34 * Math.pow(brightness, n - 1.0) / (1 + 0.12 * n);
            double rate = decay * (0.7 + 0.35 * n) * Math.pow(note.hertz() / 262, 0.35);
            tone(
                    note.start(),
                    count,
                    hertz,
                    note.pan(),
                    t -> level * Math.exp(-t * rate) * slope(t, attack, length - release, release));
        }
    }

    /** Two inharmonic partials over a fundamental, as of a small metal bar. */
    private void bell(Note note) {
        double[] ratios = {1, 2.756, 5.404};
        double[] levels = {0.3, 0.07, 0.03};
        double[] decays = {1.5, 3.4, 6};
        int count = samples(3.2);
        for (int i = 0; i < ratios.length; i++) {
            double level = levels[i] * note.velocity();
            double decay = decays[i];
            double hertz = note.hertz() * ratios[i];
            if (hertz < 12_000) {
                tone(
                        note.start(),
                        count,
                        hertz,
                        note.pan(),
                        t -> level * Math.exp(-t * decay) * slope(t, 0.006, 2.4, 0.8));
            }
        }
    }

    /** A plucked string after Karplus and Strong (1983), with a softened pick. */
    private void pluck(Note note) {
        int period = Math.max(2, (int) Math.round(rate / note.hertz()));
        double[] string = new double[period];
        SplittableRandom random = new SplittableRandom(note.key() * 31L + Math.round(note.start() * 1000));
        double smooth = 0;
        for (int i = 0; i < period; i++) {
            smooth += (random.nextDouble() * 2 - 1 - smooth) * 0.45;
            string[i] = smooth;
        }
        int count = samples(1.8);
        int start = samples(note.start());
        double loss = 0.4985;
        double leftGain = gain(note.pan(), true);
        double rightGain = gain(note.pan(), false);
        for (int i = 0; i < count && start + i < left.length; i++) {
            int at = i % period;
            double value = string[at];
            string[at] = loss * (string[at] + string[(at + 1) % period]);
            double sound = value * note.velocity() * 0.75 * slope((double) i / rate, 0.002, 1.2, 0.6);
            left[start + i] += (float) (sound * leftGain);
            right[start + i] += (float) (sound * rightGain);
        }
    }

    private void bass(Note note) {
        double release = 0.25;
        int count = samples(note.length() + release);
        for (int harmonic = 1; harmonic <= 3; harmonic++) {
            double level = note.velocity() * 0.27 / Math.pow(harmonic, 1.7);
            tone(
                    note.start(),
                    count,
                    note.hertz() * harmonic,
                    0,
                    t -> level * Math.exp(-t * 0.5) * slope(t, 0.02, note.length(), release));
        }
    }

    private void shaker(Note note) {
        SplittableRandom random = new SplittableRandom(Math.round(note.start() * 10_000));
        int start = samples(note.start());
        int count = samples(0.07);
        double low = 0;
        for (int i = 0; i < count && start + i < left.length; i++) {
            double noise = random.nextDouble() * 2 - 1;
            low += (noise - low) * 0.5;
            double t = (double) i / rate;
            double sound = (noise - low) * note.velocity() * 0.5 * slope(t, 0.012, 0.02, 0.05);
            left[start + i] += (float) (sound * gain(note.pan(), true));
            right[start + i] += (float) (sound * gain(note.pan(), false));
        }
    }

    /** What a tone's loudness is at a time in seconds. */
    private interface Envelope {
        double at(double seconds);
    }

    /** A sine by rotation of a phasor; the envelope is followed in steps that are too short to hear. */
    private void tone(double from, int count, double hertz, double pan, Envelope envelope) {
        int start = samples(from);
        double cos = Math.cos(TAU * hertz / rate);
        double sin = Math.sin(TAU * hertz / rate);
        double x = 0;
        double y = 1;
        double leftGain = gain(pan, true);
        double rightGain = gain(pan, false);
        int step = 32;
        double level = envelope.at(0);
        for (int i = 0; i < count; i += step) {
            double next = envelope.at((double) (i + step) / rate);
            double slope = (next - level) / step;
            int until = Math.min(Math.min(step, count - i), left.length - start - i);
            for (int k = 0; k < until; k++) {
                double sound = x * (level + slope * k);
                left[start + i + k] += (float) (sound * leftGain);
                right[start + i + k] += (float) (sound * rightGain);
                double turned = x * cos + y * sin;
                y = y * cos - x * sin;
                x = turned;
            }
            level = next;
        }
    }

    /** Rises over the attack, holds until the release, and falls to zero; rounded at both ends. */
    private static double slope(double t, double attack, double hold, double release) {
        double in = Math.min(1, t / attack);
        double out = Math.max(0, Math.min(1, 1 - (t - hold) / release));
        return in * in * (3 - 2 * in) * out * out * (3 - 2 * out);
    }

    private static double gain(double pan, boolean leftSide) {
        double angle = (Math.max(-1, Math.min(1, pan)) + 1) * Math.PI / 4;
        return leftSide ? Math.cos(angle) : Math.sin(angle);
    }

    private int samples(double seconds) {
        return (int) Math.round(seconds * rate);
    }
}
