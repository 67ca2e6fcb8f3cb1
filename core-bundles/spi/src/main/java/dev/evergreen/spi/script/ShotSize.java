package dev.evergreen.spi.script;

/** Field size of a shot, from widest to closest. */
public enum ShotSize {
    EXTREME_WIDE,
    WIDE,
    MEDIUM,
    CLOSE_UP,
    DETAIL
}
