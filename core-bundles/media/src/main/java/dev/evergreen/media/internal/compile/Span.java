package dev.evergreen.media.internal.compile;

import dev.evergreen.spi.timeline.TransitionUse;
import org.jspecify.annotations.Nullable;

/**
 * A part of a segment on the lowest track.
 *
 * @param from its first frame, counted from the segment's first
 * @param to the first frame after it
 * @param clip what is shown; null for the background
 * @param leaving what the transition leaves; null where there is none
 * @param transition the way from {@code leaving} to {@code clip}; null where there is none
 * @param transitionFrame the number of the transition's frame at {@code from}
 */
public record Span(
        int from,
        int to,
        @Nullable PlacedClip clip,
        @Nullable PlacedClip leaving,
        @Nullable TransitionUse transition,
        long transitionFrame) {}
