package dev.evergreen.sound.deesser.internal;

import dev.evergreen.kit.audio.Decibels;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Cuts around a frequency while it is loud there, with the filter adynamicequalizer. */
@Component(property = EffectPlugin.ID + "=evergreen.de-esser")
public final class DeEsser implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        FilterOption frequency = new FilterOption.Number(request.number("frequency", 7000));
        return FilterGraph.of(
                "adynamicequalizer",
                Map.of(
                        "threshold", new FilterOption.Number(Decibels.factor(request.number("threshold", -26))),
                        "dfrequency", frequency,
                        "tfrequency", frequency,
                        "dqfactor", new FilterOption.Number(0.7),
                        "tqfactor", new FilterOption.Number(0.7),
                        "ratio", new FilterOption.Number(request.number("ratio", 3)),
                        "attack", new FilterOption.Number(2),
                        "release", new FilterOption.Number(60),
                        "mode", new FilterOption.Word("cutabove")));
    }
}
