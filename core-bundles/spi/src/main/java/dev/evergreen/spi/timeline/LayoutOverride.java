package dev.evergreen.spi.timeline;

import java.util.Objects;

/**
 * How a clip is shown in films of one aspect, in place of what is derived from its own transform. One whose clip is gone has no effect; it
 * stays, so that it counts again when the clip comes back.
 *
 * @param aspect {@code 16:9}, {@code 9:16}, {@code 1:1} or {@code 4:5}
 * @param clipId of a visual clip
 * @param transform used as it is
 */
public record LayoutOverride(String aspect, String clipId, Transform transform) {
    public LayoutOverride {
        Check.require(
                aspect != null && aspect.matches("16:9|9:16|1:1|4:5"),
                "The aspect of a layout must be 16:9, 9:16, 1:1 or 4:5, but is " + aspect);
        Check.id("The clip of a layout", clipId);
        Objects.requireNonNull(transform, "The layout of clip " + clipId + " has no transform");
    }
}
