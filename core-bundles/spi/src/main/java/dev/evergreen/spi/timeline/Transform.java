package dev.evergreen.spi.timeline;

import java.util.List;
import java.util.Objects;

/**
 * How a picture is shown.
 *
 * @param fit used where the picture's proportions are not those of its place
 * @param placement where on the canvas
 * @param camera the camera's way, in rising order of frames; empty: a resting view of the whole picture
 */
public record Transform(Fit fit, Placement placement, List<CameraKeyframe> camera) {
    /** The whole picture, resting, on all of the canvas. */
    public static final Transform STILL = new Transform(Fit.COVER, Placement.FULL, List.of());

    public Transform {
        Objects.requireNonNull(fit, "A transform has no fit");
        Objects.requireNonNull(placement, "A transform has no placement");
        camera = List.copyOf(camera);
        for (int i = 1; i < camera.size(); i++) {
            Check.require(
                    camera.get(i - 1).frame() < camera.get(i).frame(),
                    "The camera's keyframes must rise, but " + camera.get(i).frame() + " follows "
                            + camera.get(i - 1).frame());
        }
    }

    public static Transform moving(CameraKeyframe from, CameraKeyframe to) {
        return new Transform(Fit.COVER, Placement.FULL, List.of(from, to));
    }
}
