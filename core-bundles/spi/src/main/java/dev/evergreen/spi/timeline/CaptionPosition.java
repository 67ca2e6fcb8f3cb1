package dev.evergreen.spi.timeline;

/** Where captions stand. */
public enum CaptionPosition {
    BOTTOM,
    MIDDLE,
    TOP
}
