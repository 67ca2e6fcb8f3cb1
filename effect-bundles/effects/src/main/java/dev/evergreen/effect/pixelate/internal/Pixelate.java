package dev.evergreen.effect.pixelate.internal;

import dev.evergreen.kit.picture.FilterOptions;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Averages blocks with the filter pixelize. */
@Component(property = EffectPlugin.ID + "=evergreen.pixelate")
public final class Pixelate implements VideoEffect {
    /** The filter's limit in pixels. */
    private static final double LARGEST = 1024;

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        FilterOption size = FilterOptions.scaled(request, "size", 0.03, in.height(), 1, LARGEST);
        return FilterGraph.of("pixelize", Map.of("width", size, "height", size));
    }
}
