package dev.evergreen.spi.effect;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An effect on sound that is a graph of filters. It gets the whole clip in one piece from its in-point on, and after the end of
 * the clip's source silence for as long as the clip lasts, so that what rings on is heard. A graph that plays faster or slower
 * takes more or less of the source; the clip's length on the timeline stays.
 */
@ConsumerType
public interface AudioEffect {
    /** Pure: equal arguments give equal graphs. */
    FilterGraph render(EffectRequest request, MediaFormat in);

    /**
     * By how many samples at 48 kHz the graph's sound comes late, as filters do that look ahead or work on windows. The engine
     * leaves so many samples out, so that what is heard stays with what is seen. Pure.
     */
    default int delaySamples(EffectRequest request, MediaFormat in) {
        return 0;
    }
}
