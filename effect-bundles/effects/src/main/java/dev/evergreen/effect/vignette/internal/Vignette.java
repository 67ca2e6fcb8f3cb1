package dev.evergreen.effect.vignette.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Darkens towards the corners with the filter vignette. */
@Component(property = EffectPlugin.ID + "=evergreen.vignette")
public final class Vignette implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "vignette",
                Map.of(
                        "angle", new FilterOption.Number(request.number("angle", 0.6)),
                        "dither", new FilterOption.Word("0")));
    }
}
