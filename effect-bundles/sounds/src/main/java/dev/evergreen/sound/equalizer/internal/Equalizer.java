package dev.evergreen.sound.equalizer.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Two shelves and a bell, with the filters bass, equalizer and treble. */
@Component(property = EffectPlugin.ID + "=evergreen.equalizer")
public final class Equalizer implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        FilterOption quality = new FilterOption.Word("q");
        return FilterGraph.chain(
                new FilterNode(
                        "low",
                        "bass",
                        Map.of("frequency", new FilterOption.Number(120), "gain", request.option("low", 0))),
                new FilterNode(
                        "mid",
                        "equalizer",
                        Map.of(
                                "frequency",
                                new FilterOption.Number(request.number("frequency", 1000)),
                                "width_type",
                                quality,
                                "width",
                                new FilterOption.Number(request.number("quality", 1)),
                                "gain",
                                request.option("mid", 0))),
                new FilterNode(
                        "high",
                        "treble",
                        Map.of("frequency", new FilterOption.Number(8000), "gain", request.option("high", 0))));
    }
}
