package dev.evergreen.spi.timeline;

/** What captions do while their words are spoken. */
public enum CaptionMotion {
    /** They stand still. */
    NONE,
    /** A few words are there at a time, and the spoken one jumps forward. */
    POP
}
