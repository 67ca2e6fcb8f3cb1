package dev.evergreen.productions.internal;

import dev.evergreen.spi.script.CameraMove;
import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.Transform;

/** Turns a named camera move into keyframes: slow, always a little alive, never over the picture's edge. */
final class Camera {
    private static final double PARALLAX = 0.55;
    private static final double PAN_ZOOM = 1.11;
    private static final double PAN = 0.04;
    private static final double USUAL_SECONDS = 5;

    private Camera() {}

    /**
     * @param frames length of the clip and of the transition after it, during which the camera goes on
     */
    static Transform transform(CameraMove move, long frames, double framesPerSecond) {
        double pace = Math.max(0.5, Math.min(1.3, frames / framesPerSecond / USUAL_SECONDS));
        double push = 1 + 0.1 * pace;
        double pan = PAN * pace;
        return switch (move) {
            case HOLD -> way(frames, 0.5, 0.5, 1.015, 0.5, 0.5, 1.015 + 0.03 * pace);
            case PUSH_IN -> way(frames, 0.5, 0.5, 1, 0.5, 0.49, push);
            case PULL_OUT -> way(frames, 0.5, 0.49, push, 0.5, 0.5, 1);
            case PAN_LEFT -> way(frames, 0.5 + pan, 0.5, PAN_ZOOM, 0.5 - pan, 0.5, PAN_ZOOM);
            case PAN_RIGHT -> way(frames, 0.5 - pan, 0.5, PAN_ZOOM, 0.5 + pan, 0.5, PAN_ZOOM);
            case TILT_UP -> way(frames, 0.5, 0.5 + pan, PAN_ZOOM, 0.5, 0.5 - pan, PAN_ZOOM);
            case TILT_DOWN -> way(frames, 0.5, 0.5 - pan, PAN_ZOOM, 0.5, 0.5 + pan, PAN_ZOOM);
        };
    }

    private static Transform way(
            long frames, double fromX, double fromY, double fromZoom, double toX, double toY, double toZoom) {
        return Transform.moving(
                new CameraKeyframe(0, fromX, fromY, fromZoom, PARALLAX, Easing.LINEAR),
                new CameraKeyframe(Math.max(1, frames), toX, toY, toZoom, PARALLAX, Easing.LINEAR));
    }
}
