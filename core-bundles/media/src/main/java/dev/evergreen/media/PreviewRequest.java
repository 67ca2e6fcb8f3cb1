package dev.evergreen.media;

import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.Objects;

/**
 * A part of a timeline to play.
 *
 * @param timeline what is played
 * @param firstFrame on the timeline, below its length
 * @param frames how many, at least 1; less are played where the timeline ends
 * @param shorterSide of the pictures in pixels, 90 to 1080; never more than the canvas has
 */
public record PreviewRequest(TimelineSnapshot timeline, long firstFrame, int frames, int shorterSide) {
    public PreviewRequest {
        Objects.requireNonNull(timeline, "A preview has no timeline");
        long length = timeline.durationFrames();
        if (firstFrame < 0 || firstFrame >= length) {
            throw new IllegalArgumentException(
                    "A preview starts at frame 0 to " + (length - 1) + " of this timeline, but here at " + firstFrame);
        }
        if (frames < 1) {
            throw new IllegalArgumentException("A preview has at least one frame, but here " + frames);
        }
        if (shorterSide < 90 || shorterSide > 1080) {
            throw new IllegalArgumentException(
                    "The shorter side of a preview is 90 to 1080 pixels, but here " + shorterSide);
        }
    }
}
