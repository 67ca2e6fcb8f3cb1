package dev.evergreen.sound.telephone.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The band of a telephone line (ITU-T G.712: 300 to 3400 Hz), compressed. */
@Component(property = EffectPlugin.ID + "=evergreen.telephone")
public final class Telephone implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        FilterOption low = new FilterOption.Number(request.number("low", 300));
        FilterOption high = new FilterOption.Number(request.number("high", 3400));
        return FilterGraph.chain(
                new FilterNode("low", "highpass", Map.of("frequency", low)),
                new FilterNode("lower", "highpass", Map.of("frequency", low)),
                new FilterNode("high", "lowpass", Map.of("frequency", high)),
                new FilterNode("higher", "lowpass", Map.of("frequency", high)),
                new FilterNode(
                        "line",
                        "acompressor",
                        Map.of("threshold", new FilterOption.Number(0.1), "ratio", new FilterOption.Number(6))));
    }
}
