package dev.evergreen.spi.effect;

import org.osgi.annotation.versioning.ConsumerType;

/** An effect on pictures that is a graph of filters. */
@ConsumerType
public interface VideoEffect {
    /** Pure: equal arguments give equal graphs. Called once for each piece of a clip. */
    FilterGraph render(EffectRequest request, MediaFormat in);

    /** What it must see besides the frame it changes. */
    default Temporal temporal(EffectRequest request) {
        return Temporal.NONE;
    }

    /** What it does with transparency. */
    default AlphaUse alpha(EffectRequest request) {
        return AlphaUse.PASSES;
    }
}
