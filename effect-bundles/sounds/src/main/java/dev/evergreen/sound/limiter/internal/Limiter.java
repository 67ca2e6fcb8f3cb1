package dev.evergreen.sound.limiter.internal;

import dev.evergreen.kit.audio.Decibels;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** A limiter that looks ahead and makes up for the time that takes, with the filter alimiter. */
@Component(property = EffectPlugin.ID + "=evergreen.limiter")
public final class Limiter implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "alimiter",
                Map.of(
                        "level_in", new FilterOption.Number(Decibels.factor(request.number("gain", 0))),
                        "limit", new FilterOption.Number(Decibels.factor(request.number("ceiling", -1))),
                        "release", new FilterOption.Number(request.number("release", 50)),
                        "level", new FilterOption.Word("0"),
                        "latency", new FilterOption.Word("1")));
    }
}
