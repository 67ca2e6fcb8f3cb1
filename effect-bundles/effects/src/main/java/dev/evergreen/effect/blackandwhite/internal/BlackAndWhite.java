package dev.evergreen.effect.blackandwhite.internal;

import dev.evergreen.kit.picture.FilterOptions;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Lowers the saturation to what is left of the amount. */
@Component(property = EffectPlugin.ID + "=evergreen.black-and-white")
public final class BlackAndWhite implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "eq",
                Map.of(
                        "eval",
                        new FilterOption.Word("frame"),
                        "saturation",
                        FilterOptions.linear(request, "amount", 1, -1, 1)));
    }
}
