package dev.evergreen.effect.curves.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Bends tones with the filter curves. */
@Component(property = EffectPlugin.ID + "=evergreen.curves")
public final class Curves implements VideoEffect {
    private static final String GENTLE_S = "0/0 0.25/0.18 0.75/0.84 1/1";

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        Map<String, FilterOption> options = new HashMap<>();
        for (String channel : List.of("master", "red", "green", "blue")) {
            String points = request.text(channel, channel.equals("master") ? GENTLE_S : "");
            if (!points.isEmpty()) {
                options.put(channel, new FilterOption.Word(points));
            }
        }
        return FilterGraph.of("curves", options);
    }
}
