package dev.evergreen.spi.timeline;

/** How the words of a title come or go. */
public enum TitleMotion {
    NONE,
    FADE,
    /** From or to the left, fading. */
    SLIDE,
    /** From below or upwards, fading. */
    RISE
}
