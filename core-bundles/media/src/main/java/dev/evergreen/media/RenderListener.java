package dev.evergreen.media;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of a film's progress and may stop it. Called from the renderer's threads, one call at a time. */
@ConsumerType
public interface RenderListener {
    /** Hears nothing and never stops. */
    RenderListener NONE = progress -> {};

    /** Must return quickly. */
    void progress(RenderProgress progress);

    /** Asked several times a second; once it is true, the renderer ends within five seconds. */
    default boolean cancelled() {
        return false;
    }
}
