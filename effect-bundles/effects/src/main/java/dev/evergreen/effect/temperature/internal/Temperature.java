package dev.evergreen.effect.temperature.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Filters the light as that of a black body with the filter colortemperature. */
@Component(property = EffectPlugin.ID + "=evergreen.temperature")
public final class Temperature implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "colortemperature",
                Map.of("temperature", request.option("kelvin", 4800), "pl", request.option("preserve", 0.6)));
    }
}
