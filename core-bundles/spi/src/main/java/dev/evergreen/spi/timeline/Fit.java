package dev.evergreen.spi.timeline;

/** What happens when a picture has other proportions than the place it is shown in. */
public enum Fit {
    /** It fills the place and loses its edges. */
    COVER,
    /** All of it is seen, on bars of the canvas's background; the camera is then not used. */
    CONTAIN
}
