package dev.evergreen.spi.timeline;

/**
 * A point of a clip's gain envelope, which is straight in decibels between its points.
 *
 * @param sample counted from the clip's start
 * @param decibels -120 (silence) to +24
 */
public record GainPoint(long sample, double decibels) {
    public GainPoint {
        Check.within("A gain in decibels", decibels, -120, 24);
    }
}
