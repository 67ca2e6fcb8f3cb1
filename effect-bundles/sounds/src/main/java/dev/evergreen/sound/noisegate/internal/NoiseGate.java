package dev.evergreen.sound.noisegate.internal;

import dev.evergreen.kit.audio.Decibels;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** A gate, with the filter agate. */
@Component(property = EffectPlugin.ID + "=evergreen.noise-gate")
public final class NoiseGate implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "agate",
                Map.of(
                        "threshold", new FilterOption.Number(Decibels.factor(request.number("threshold", -45))),
                        "range", new FilterOption.Number(Decibels.factor(request.number("range", -60))),
                        "ratio", new FilterOption.Number(20),
                        "attack", new FilterOption.Number(request.number("attack", 5)),
                        "release", new FilterOption.Number(request.number("release", 150))));
    }
}
