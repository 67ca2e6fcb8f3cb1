package dev.evergreen.media.internal.sound;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.GainPoint;
import java.util.List;

/** A clip's gain envelope and fades as factors. */
final class ClipGain {
    /** Every clip comes and goes within this many samples at least (2 ms), so that cuts do not click. */
    private static final int SOFTEST = 96;

    private static final int STEP = 64;

    private final AudioClip clip;
    private final long fadeIn;
    private final long fadeOut;

    ClipGain(AudioClip clip) {
        this.clip = clip;
        fadeIn = Math.max(SOFTEST, clip.fadeInSamples());
        fadeOut = Math.max(SOFTEST, clip.fadeOutSamples());
    }

    /** Multiplies {@code n} samples of the clip from {@code sample} on. */
    void apply(long sample, float[] left, float[] right, int n) {
        List<GainPoint> points = clip.gain();
        if (!points.isEmpty()) {
            for (int i = 0; i < n; i += STEP) {
                int count = Math.min(STEP, n - i);
                double from = factor(points, sample + i);
                double to = factor(points, sample + i + count);
                for (int j = 0; j < count; j++) {
                    float gain = (float) (from + (to - from) * j / count);
                    left[i + j] *= gain;
                    right[i + j] *= gain;
                }
            }
        }
        for (long i = sample; i < Math.min(fadeIn, sample + n); i++) {
            fade((int) (i - sample), (double) i / fadeIn, left, right);
        }
        long start = clip.durationSamples() - fadeOut;
        for (long i = Math.max(start, sample); i < sample + n; i++) {
            fade((int) (i - sample), (double) (clip.durationSamples() - i) / fadeOut, left, right);
        }
    }

    /** Raised cosine: no corner at either end. */
    private static void fade(int at, double progress, float[] left, float[] right) {
        float gain = (float) (.5 - .5 * Math.cos(Math.PI * Math.max(0, Math.min(1, progress))));
        left[at] *= gain;
        right[at] *= gain;
    }

    private static double factor(List<GainPoint> points, long sample) {
        GainPoint before = points.get(0);
        double decibels = before.decibels();
        for (GainPoint point : points) {
            if (point.sample() > sample) {
                if (point != before) {
                    double progress = (double) (sample - before.sample()) / (point.sample() - before.sample());
                    decibels = before.decibels() + (point.decibels() - before.decibels()) * progress;
                }
                break;
            }
            before = point;
            decibels = point.decibels();
        }
        return decibels <= -120 ? 0 : Math.pow(10, decibels / 20);
    }
}
