package dev.evergreen.effect.blur.internal;

import dev.evergreen.kit.picture.FilterOptions;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Blurs with the filter gblur, alike at every size. */
@Component(property = EffectPlugin.ID + "=evergreen.blur")
public final class Blur implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of("gblur", Map.of("sigma", FilterOptions.scaled(request, "radius", 0.008, in.height())));
    }
}
