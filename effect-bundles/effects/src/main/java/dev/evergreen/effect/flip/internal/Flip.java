package dev.evergreen.effect.flip.internal;

import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Mirrors with the filters hflip and vflip. */
@Component(property = EffectPlugin.ID + "=evergreen.flip")
public final class Flip implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        FilterNode level = new FilterNode("level", "hflip", Map.of());
        FilterNode upright = new FilterNode("upright", "vflip", Map.of());
        return switch (request.text("direction", "horizontal")) {
            case "vertical" -> FilterGraph.chain(upright);
            case "both" -> FilterGraph.chain(level, upright);
            default -> FilterGraph.chain(level);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }
}
