package dev.evergreen.effect.directionalblur.internal;

import dev.evergreen.kit.picture.FilterOptions;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Blurs along a line with the filter dblur. */
@Component(property = EffectPlugin.ID + "=evergreen.directional-blur")
public final class DirectionalBlur implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "dblur",
                Map.of(
                        "angle", request.option("angle", 0),
                        "radius", FilterOptions.scaled(request, "radius", 0.01, in.height(), 1, 8192)));
    }
}
