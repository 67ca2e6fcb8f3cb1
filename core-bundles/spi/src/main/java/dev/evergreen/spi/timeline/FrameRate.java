package dev.evergreen.spi.timeline;

/**
 * Frames a second as a fraction, as 30000/1001 is not a whole number.
 *
 * @param numerator at least 1
 * @param denominator at least 1
 */
public record FrameRate(int numerator, int denominator) {
    /** Samples a second of all sound in a timeline. */
    public static final int SAMPLE_RATE = 48_000;

    public static final FrameRate FPS_30 = new FrameRate(30, 1);

    public FrameRate {
        Check.atLeast("The frame rate's numerator", numerator, 1);
        Check.atLeast("The frame rate's denominator", denominator, 1);
        Check.require(
                (double) numerator / denominator <= 240,
                "A frame rate above 240 is not supported, but this is " + numerator + "/" + denominator);
    }

    public static FrameRate of(int framesPerSecond) {
        return new FrameRate(framesPerSecond, 1);
    }

    public double framesPerSecond() {
        return (double) numerator / denominator;
    }

    /** The first sample that belongs to a frame (rounded to the nearest). */
    public long sampleAt(long frame) {
        return Math.floorDiv(frame * SAMPLE_RATE * denominator + numerator / 2, numerator);
    }

    /** The least number of frames that lasts as long as these samples. */
    public long framesFor(long samples) {
        long unit = (long) SAMPLE_RATE * denominator;
        return Math.floorDiv(samples * numerator + unit - 1, unit);
    }

    /** The frame whose start is nearest to a sample. */
    public long frameAt(long sample) {
        long unit = (long) SAMPLE_RATE * denominator;
        return Math.floorDiv(2 * sample * numerator + unit, 2 * unit);
    }
}
