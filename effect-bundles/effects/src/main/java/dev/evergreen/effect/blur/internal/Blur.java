package dev.evergreen.effect.blur.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Blurs with the filter gblur, alike at every size. */
@Component(property = EffectPlugin.ID + "=evergreen.blur")
public final class Blur implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        double sigma = Math.max(0.01, request.number("radius", 0.008) * in.height());
        return FilterGraph.of("gblur", Map.of("sigma", new FilterOption.Number(sigma)));
    }
}
