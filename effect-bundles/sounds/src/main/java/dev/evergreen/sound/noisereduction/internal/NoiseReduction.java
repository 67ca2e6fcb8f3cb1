package dev.evergreen.sound.noisereduction.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Spectral subtraction of steady noise, with the filter afftdn. */
@Component(property = EffectPlugin.ID + "=evergreen.noise-reduction")
public final class NoiseReduction implements AudioEffect {
    /** The filter works on windows of 25 ms. */
    private static final int WINDOW = 1200;

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "afftdn",
                Map.of(
                        "noise_reduction", new FilterOption.Number(request.number("reduction", 15)),
                        "noise_floor", new FilterOption.Number(request.number("floor", -45))));
    }

    @Override
    public int delaySamples(EffectRequest request, MediaFormat in) {
        return WINDOW;
    }
}
