package dev.evergreen.spi.effect;

import java.util.function.LongToDoubleFunction;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An effect on time: it says which frame is shown when. What comes before it in the clip's list of effects (and the source, its
 * speed and the camera) runs in the time it makes; what comes after runs in the clip's. Sound is not touched.
 */
@ConsumerType
public interface TimeEffect {
    /**
     * Pure: equal arguments give equal functions. Called once for each piece of a clip.
     *
     * @return from the number of a frame of the clip, at least 0 and for the sake of a transition perhaps past its end, to the
     *     frame that is shown then, counted from the clip's start. Between two frames their mixture is shown; below 0 counts as 0;
     *     past the end a moving source goes on.
     */
    LongToDoubleFunction frames(EffectRequest request);
}
