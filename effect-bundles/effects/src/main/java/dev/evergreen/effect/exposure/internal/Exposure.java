package dev.evergreen.effect.exposure.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Multiplies linear light with the filter exposure. */
@Component(property = EffectPlugin.ID + "=evergreen.exposure")
public final class Exposure implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "exposure", Map.of("exposure", request.option("stops", 0.6), "black", request.option("black", 0)));
    }
}
