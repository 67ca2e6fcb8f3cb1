package dev.evergreen.spi.effect;

import org.osgi.annotation.versioning.ConsumerType;

/** An effect on sound that is a graph of filters. It gets the whole clip in one piece. */
@ConsumerType
public interface AudioEffect {
    /** Pure: equal arguments give equal graphs. */
    FilterGraph render(EffectRequest request, MediaFormat in);
}
