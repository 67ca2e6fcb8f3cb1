package dev.evergreen.spi.effect;

import org.osgi.annotation.versioning.ConsumerType;

/** An effect that computes pixels itself. */
@ConsumerType
public interface FrameEffect {
    /** Called for each piece of a clip. The session is used by one thread at a time and closed at the end of the piece. */
    FrameSession open(EffectRequest request, MediaFormat in);

    /** What it must see besides the frame it changes. */
    default Temporal temporal(EffectRequest request) {
        return Temporal.NONE;
    }

    /** What it does with transparency. */
    default AlphaUse alpha(EffectRequest request) {
        return AlphaUse.PASSES;
    }
}
