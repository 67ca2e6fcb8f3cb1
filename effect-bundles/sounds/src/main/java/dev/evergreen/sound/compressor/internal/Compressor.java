package dev.evergreen.sound.compressor.internal;

import dev.evergreen.kit.audio.Decibels;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** A compressor with a soft knee, with the filter acompressor. */
@Component(property = EffectPlugin.ID + "=evergreen.compressor")
public final class Compressor implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        return FilterGraph.of(
                "acompressor",
                Map.of(
                        "threshold", new FilterOption.Number(Decibels.factor(request.number("threshold", -18))),
                        "ratio", new FilterOption.Number(request.number("ratio", 3)),
                        "attack", new FilterOption.Number(request.number("attack", 15)),
                        "release", new FilterOption.Number(request.number("release", 200)),
                        "makeup", new FilterOption.Number(Decibels.factor(request.number("makeup", 0)))));
    }
}
