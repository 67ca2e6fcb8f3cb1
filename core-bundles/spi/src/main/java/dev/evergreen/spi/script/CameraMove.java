package dev.evergreen.spi.script;

/** How the camera moves over a picture. */
public enum CameraMove {
    HOLD,
    PUSH_IN,
    PULL_OUT,
    PAN_LEFT,
    PAN_RIGHT,
    TILT_UP,
    TILT_DOWN
}
