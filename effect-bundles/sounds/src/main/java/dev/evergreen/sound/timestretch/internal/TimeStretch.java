package dev.evergreen.sound.timestretch.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Another speed with the filter atempo; the clip's length on the timeline stays, so it takes more or less from its source. */
@Component(property = EffectPlugin.ID + "=evergreen.time-stretch")
public final class TimeStretch implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of("atempo", Map.of("tempo", new FilterOption.Number(request.number("speed", 1))));
    }
}
