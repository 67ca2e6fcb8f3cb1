package dev.evergreen.spi.timeline;

import java.util.Objects;

/**
 * A value at a moment.
 *
 * @param frame counted from the clip's start, in frames for pictures and in samples for sound; may lie outside the clip
 * @param value finite
 * @param easing the way to the next keyframe
 */
public record Keyframe(long frame, double value, Easing easing) {
    public Keyframe {
        Check.require(Double.isFinite(value), "A keyframe's value must be finite, but at " + frame + " it is " + value);
        Objects.requireNonNull(easing, "A keyframe has no easing");
    }
}
