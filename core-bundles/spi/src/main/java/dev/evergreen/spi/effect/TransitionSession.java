package dev.evergreen.spi.effect;

import org.osgi.annotation.versioning.ConsumerType;

/** A transition at work. */
@ConsumerType
public interface TransitionSession extends AutoCloseable {
    /**
     * Draws a frame. The outcome may depend on the arguments only, not on calls before.
     *
     * @param from the clip it leaves; not to be written to
     * @param to the clip it leads to; not to be written to
     * @param progress of the way, above 0 and below 1: frame {@code n} of {@code length} has {@code (n + 1) / (length + 1)}
     * @param target to be written completely
     */
    void blend(VideoFrame from, VideoFrame to, double progress, VideoFrame target);

    @Override
    default void close() {}
}
