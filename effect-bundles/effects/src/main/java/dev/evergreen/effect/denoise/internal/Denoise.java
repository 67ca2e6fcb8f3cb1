package dev.evergreen.effect.denoise.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Shrinks wavelet coefficients with the filter vaguedenoiser; it looks at one frame only, so pieces join without a seam. */
@Component(property = EffectPlugin.ID + "=evergreen.denoise")
public final class Denoise implements VideoEffect {
    private static final double STRONGEST = 12;

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        int smaller = Math.min(in.chromaWidth(), in.chromaHeight());
        int steps = Math.max(1, Math.min(6, 31 - Integer.numberOfLeadingZeros(Math.max(2, smaller)) - 2));
        return FilterGraph.of(
                "vaguedenoiser",
                Map.of(
                        "threshold", new FilterOption.Number(request.number("strength", 0.4) * STRONGEST),
                        "nsteps", new FilterOption.Number(steps)));
    }
}
