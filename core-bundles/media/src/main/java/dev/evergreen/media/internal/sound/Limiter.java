package dev.evergreen.media.internal.sound;

import java.util.Arrays;

/**
 * Keeps stereo sound below a true peak. It looks ahead: the least gain that any of the next samples needs is held, let go
 * slowly and averaged over the same window, so the gain is down in time and has no corners.
 */
final class Limiter {
    private static final int LOOK_AHEAD = 240;
    private static final int WINDOW = LOOK_AHEAD + 1;
    private static final int RING = 1024;
    private static final int MASK = RING - 1;
    private static final double RELEASE = 1 - Math.exp(-1 / (0.08 * 48_000));

    private final float gain;
    private final float ceiling;
    private final TruePeak peakLeft = new TruePeak();
    private final TruePeak peakRight = new TruePeak();
    private final float[] left = new float[RING];
    private final float[] right = new float[RING];
    private final float[] needed = new float[RING];
    private final long[] least = new long[RING];
    private final double[] held = new double[RING];
    private int leastFirst;
    private int leastCount;
    private long pushed;
    private double released = 1;
    private double heldSum;
    private final float[] outLeft = new float[RING];
    private final float[] outRight = new float[RING];
    private int outCount;
    private float lowestGain = 1;

    /**
     * @param gain a factor applied before limiting
     * @param ceiling the highest true peak, as a factor of full scale
     */
    Limiter(double gain, double ceiling) {
        this.gain = (float) gain;
        this.ceiling = (float) ceiling;
    }

    void process(float[] fromLeft, float[] fromRight, int n, Sink target) {
        for (int i = 0; i < n; i++) {
            push(fromLeft[i] * gain, fromRight[i] * gain, target);
        }
    }

    /** Gives out what is still held back. */
    void finish(Sink target) {
        long total = pushed;
        for (int i = 0; i < LOOK_AHEAD + TruePeak.DELAY; i++) {
            push(0, 0, target);
        }
        flush(target);
        pushed = total;
    }

    /** The most that was taken away, as a factor. */
    float lowestGain() {
        return lowestGain;
    }

    private void push(float l, float r, Sink target) {
        left[(int) pushed & MASK] = l;
        right[(int) pushed & MASK] = r;
        float peak = Math.max(peakLeft.next(l), peakRight.next(r));
        long measured = pushed - TruePeak.DELAY;
        pushed++;
        if (measured < 0) {
            return;
        }
        needed[(int) measured & MASK] = peak > ceiling ? ceiling / peak : 1;
        keepLeast(measured);
        long ready = measured - LOOK_AHEAD;
        if (ready < 0) {
            return;
        }
        while (least[leastFirst & MASK] < ready) {
            leastFirst++;
            leastCount--;
        }
        double lowest = needed[(int) least[leastFirst & MASK] & MASK];
        released = Math.min(lowest, released + (1 - released) * RELEASE);
        if (ready == 0) {
            // Sound that is loud from its first sample on finds the gain down already.
            Arrays.fill(held, released);
            heldSum = WINDOW * released;
        }
        heldSum += released - held[(int) (ready + RING - WINDOW) & MASK];
        held[(int) ready & MASK] = released;
        float share = (float) (heldSum / WINDOW);
        lowestGain = Math.min(lowestGain, share);
        outLeft[outCount] = left[(int) ready & MASK] * share;
        outRight[outCount] = right[(int) ready & MASK] * share;
        if (++outCount == outLeft.length) {
            flush(target);
        }
    }

    /** Keeps, in order, those samples that may yet be the least of a window. */
    private void keepLeast(long sample) {
        float value = needed[(int) sample & MASK];
        while (leastCount > 0 && needed[(int) least[leastFirst + leastCount - 1 & MASK] & MASK] >= value) {
            leastCount--;
        }
        least[leastFirst + leastCount & MASK] = sample;
        leastCount++;
    }

    private void flush(Sink target) {
        if (outCount > 0) {
            target.accept(outLeft, outRight, outCount);
            outCount = 0;
        }
    }
}
