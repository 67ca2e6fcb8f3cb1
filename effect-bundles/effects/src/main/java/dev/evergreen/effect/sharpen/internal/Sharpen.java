package dev.evergreen.effect.sharpen.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Sharpens luma with an unsharp mask of five by five pixels. */
@Component(property = EffectPlugin.ID + "=evergreen.sharpen")
public final class Sharpen implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "unsharp",
                Map.of(
                        "luma_msize_x", new FilterOption.Number(5),
                        "luma_msize_y", new FilterOption.Number(5),
                        "luma_amount", new FilterOption.Number(request.number("amount", 0.6)),
                        "chroma_amount", new FilterOption.Number(0)));
    }
}
