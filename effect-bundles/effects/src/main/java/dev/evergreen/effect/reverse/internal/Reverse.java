package dev.evergreen.effect.reverse.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.TimeEffect;
import java.util.function.LongToDoubleFunction;
import org.osgi.service.component.annotations.Component;

/** Shows the last frame first. Sound is not touched. */
@Component(property = EffectPlugin.ID + "=evergreen.reverse")
public final class Reverse implements TimeEffect {
    @Override
    public LongToDoubleFunction frames(EffectRequest request) {
        long last = request.length() - 1;
        return frame -> Math.max(0, last - frame);
    }
}
