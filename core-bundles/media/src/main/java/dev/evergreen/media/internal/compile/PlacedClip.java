package dev.evergreen.media.internal.compile;

import dev.evergreen.spi.timeline.VisualClip;

/**
 * A clip as a segment sees it.
 *
 * @param clip what is drawn; its id, start and transition are neutral, so that moving it changes nothing
 * @param offset the clip's first frame, counted from the segment's first; often negative
 * @param seed for effects that look random; 0 where it has none
 */
public record PlacedClip(VisualClip clip, long offset, long seed) {
    /** The frame of the clip at a frame of the segment. */
    public long frame(long segmentFrame) {
        return segmentFrame - offset;
    }
}
