package dev.evergreen.effect.grade.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Adjusts tone and saturation with the filter eq. */
@Component(property = EffectPlugin.ID + "=evergreen.grade")
public final class Grade implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "eq",
                Map.of(
                        "eval", new FilterOption.Word("frame"),
                        "brightness", request.option("brightness", 0),
                        "contrast", request.option("contrast", 1),
                        "saturation", request.option("saturation", 1),
                        "gamma", request.option("gamma", 1)));
    }
}
