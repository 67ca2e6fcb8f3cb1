package dev.evergreen.spi.timeline;

/**
 * A positive fraction: the speed of a clip, where 2/1 plays it in half its time.
 *
 * @param numerator at least 1
 * @param denominator at least 1
 */
public record Ratio(int numerator, int denominator) {
    public static final Ratio ONE = new Ratio(1, 1);

    public Ratio {
        Check.atLeast("The ratio's numerator", numerator, 1);
        Check.atLeast("The ratio's denominator", denominator, 1);
    }
}
