package dev.evergreen.spi.effect;

import org.osgi.annotation.versioning.ConsumerType;

/** A way from one clip to the next that is a graph of filters with two inputs, each as long as the transition. */
@ConsumerType
public interface Transition {
    /** Pure: equal arguments give equal graphs. */
    FilterGraph render(EffectRequest request, MediaFormat in);
}
