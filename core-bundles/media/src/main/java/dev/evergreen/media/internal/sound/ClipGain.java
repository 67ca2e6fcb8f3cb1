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
    private final Crossing crossing;
    private final long fadeIn;
    private final long fadeOut;

    /**
     * @param clip as long as it is heard
     */
    ClipGain(AudioClip clip, Crossing crossing) {
        this.clip = clip;
        this.crossing = crossing;
        fadeIn = crossing.in() > 0 ? crossing.in() : Math.max(SOFTEST, clip.fadeInSamples());
        fadeOut = crossing.out() > 0 ? crossing.out() : Math.max(SOFTEST, clip.fadeOutSamples());
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
            fade((int) (i - sample), (double) i / fadeIn, crossing.in() > 0, left, right);
        }
        long start = clip.durationSamples() - fadeOut;
        for (long i = Math.max(start, sample); i < sample + n; i++) {
            double rest = (double) (clip.durationSamples() - i) / fadeOut;
            fade((int) (i - sample), rest, crossing.out() > 0, left, right);
        }
    }

    /** Raised cosine, without a corner at either end; or a quarter of a sine, whose power and that of the other side add up to one. */
    private static void fade(int at, double progress, boolean crossing, float[] left, float[] right) {
        double share = Math.max(0, Math.min(1, progress));
        float gain = (float) (crossing ? Math.sin(Math.PI / 2 * share) : .5 - .5 * Math.cos(Math.PI * share));
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
