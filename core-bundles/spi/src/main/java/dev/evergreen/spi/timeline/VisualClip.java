package dev.evergreen.spi.timeline;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture for a time.
 *
 * @param id stable over edits, unique in the timeline
 * @param source what is shown
 * @param startFrame on the timeline, from 0
 * @param durationFrames at least 1
 * @param inPointFrame where in a moving source the clip starts, in frames of the canvas's rate; 0 for anything else
 * @param speed of a moving source
 * @param transform how it is shown
 * @param effects in the order in which they are applied, after the transform
 * @param transition the way to the next clip of the track; null for a cut
 */
public record VisualClip(
        String id,
        VisualSource source,
        long startFrame,
        long durationFrames,
        long inPointFrame,
        Ratio speed,
        Transform transform,
        List<EffectUse> effects,
        @Nullable TransitionUse transition) {
    public VisualClip {
        Check.id("A visual clip", id);
        Objects.requireNonNull(source, "The clip " + id + " has no source");
        Check.atLeast("The start frame of clip " + id, startFrame, 0);
        Check.atLeast("The length in frames of clip " + id, durationFrames, 1);
        Check.atLeast("The in-point of clip " + id, inPointFrame, 0);
        Objects.requireNonNull(speed, "The clip " + id + " has no speed");
        Objects.requireNonNull(transform, "The clip " + id + " has no transform");
        effects = List.copyOf(effects);
    }

    /** The first frame after it. */
    public long endFrame() {
        return startFrame + durationFrames;
    }
}
