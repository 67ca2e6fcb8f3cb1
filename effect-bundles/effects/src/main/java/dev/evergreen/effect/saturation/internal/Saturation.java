package dev.evergreen.effect.saturation.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Scales chroma with the filter eq. */
@Component(property = EffectPlugin.ID + "=evergreen.saturation")
public final class Saturation implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "eq", Map.of("eval", new FilterOption.Word("frame"), "saturation", request.option("amount", 1.5)));
    }
}
