package dev.evergreen.effect.exposure.internal;

import dev.evergreen.kit.picture.FilterOptions;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Multiplies light with the filter exposure, which works on values after the transfer function, about the power 1 / 2.2 of light. */
@Component(property = EffectPlugin.ID + "=evergreen.exposure")
public final class Exposure implements VideoEffect {
    private static final double POWER = 2.2;

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "exposure",
                Map.of(
                        "exposure", FilterOptions.scaled(request, "stops", 0.7, 1 / POWER),
                        "black", request.option("black", 0)));
    }
}
