package dev.evergreen.effect.freeze.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.TimeEffect;
import java.util.function.LongToDoubleFunction;
import org.osgi.service.component.annotations.Component;

/** Holds a frame. Sound is not touched. */
@Component(property = EffectPlugin.ID + "=evergreen.freeze")
public final class Freeze implements TimeEffect {
    @Override
    public LongToDoubleFunction frames(EffectRequest request) {
        long stop = Math.round(request.number("at", 0.5) * (request.length() - 1));
        long held = Math.round(request.number("frames", 0));
        return frame -> {
            if (frame <= stop) {
                return frame;
            }
            return held == 0 ? stop : Math.max(stop, frame - held);
        };
    }
}
