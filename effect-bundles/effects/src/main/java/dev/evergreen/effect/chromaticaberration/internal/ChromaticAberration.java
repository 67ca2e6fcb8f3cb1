package dev.evergreen.effect.chromaticaberration.internal;

import dev.evergreen.kit.picture.FilterOptions;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Shifts red and blue against each other with the filter rgbashift. */
@Component(property = EffectPlugin.ID + "=evergreen.chromatic-aberration")
public final class ChromaticAberration implements VideoEffect {
    /** The filter's limit in pixels. */
    private static final double FARTHEST = 255;

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "rgbashift",
                Map.of(
                        "rh", FilterOptions.scaled(request, "amount", 0.006, in.width(), -FARTHEST, FARTHEST),
                        "bh", FilterOptions.scaled(request, "amount", 0.006, -in.width(), -FARTHEST, FARTHEST),
                        "edge", new FilterOption.Word("smear")));
    }
}
