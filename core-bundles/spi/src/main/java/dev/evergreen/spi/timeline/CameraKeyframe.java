package dev.evergreen.spi.timeline;

import java.util.Objects;

/**
 * Where the camera looks at a moment. The view has the canvas's proportions; at zoom 1 it is the largest such rectangle in
 * the picture. A view that would leave the picture is moved back into it.
 *
 * <p>Between keyframes the centre goes evenly in the picture and the zoom evenly in its logarithm, as the eye expects.
 *
 * <p>Of a layered picture the nearest layer (depth 1) follows the camera in full, a layer of depth {@code d} follows with the
 * share {@code 1 - parallax * (1 - d)} of both shift and growth; so layers part without ever showing an edge.
 *
 * @param frame counted from the clip's start; may lie past its end for the sake of a transition
 * @param centreX the view's centre, 0 (left edge of the picture) to 1
 * @param centreY the view's centre, 0 (upper edge of the picture) to 1
 * @param zoom 1 to 20
 * @param parallax 0 (layers are stuck together) to 1 (the farthest stands still)
 * @param easing the way to the next keyframe
 */
public record CameraKeyframe(long frame, double centreX, double centreY, double zoom, double parallax, Easing easing) {
    public CameraKeyframe {
        Check.within("The camera's centreX", centreX, 0, 1);
        Check.within("The camera's centreY", centreY, 0, 1);
        Check.within("The camera's zoom", zoom, 1, 20);
        Check.within("The camera's parallax", parallax, 0, 1);
        Objects.requireNonNull(easing, "A camera keyframe has no easing");
    }
}
