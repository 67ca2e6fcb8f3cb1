package dev.evergreen.spi.effect;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** An effect at work on a piece of a clip. */
@ConsumerType
public interface FrameSession extends AutoCloseable {
    /**
     * Draws a frame. The outcome may depend on the arguments only, not on calls before.
     *
     * @param window the frame to change and those the effect asked to see around it, in order; at the ends of a clip the
     *     first or last frame stands in for what is missing; not to be written to
     * @param position the index in {@code window} of the frame to change
     * @param target to be written completely, alpha too where it has some: see {@link FrameEffect#alpha}
     */
    void apply(List<VideoFrame> window, int position, VideoFrame target);

    @Override
    default void close() {}
}
