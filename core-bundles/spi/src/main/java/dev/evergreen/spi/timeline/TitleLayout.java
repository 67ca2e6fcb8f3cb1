package dev.evergreen.spi.timeline;

/** Where the words of a title stand. */
public enum TitleLayout {
    /** In the middle of the canvas. */
    CARD,
    /** Low on the left, for a name or a place. */
    LOWER_THIRD,
    /** Small in the upper left corner. */
    CORNER
}
