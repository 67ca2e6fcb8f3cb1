package dev.evergreen.spi.effect;

import org.osgi.annotation.versioning.ConsumerType;

/** A transition that computes pixels itself. */
@ConsumerType
public interface FrameTransition {
    /** The session is used by one thread at a time and closed at the end of the piece. */
    TransitionSession open(EffectRequest request, MediaFormat in);
}
