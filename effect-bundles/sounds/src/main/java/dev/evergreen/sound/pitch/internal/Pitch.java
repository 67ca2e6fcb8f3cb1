package dev.evergreen.sound.pitch.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Plays faster or slower, then brings the time back with the filter atempo; the colour of a voice moves with its pitch. */
@Component(property = EffectPlugin.ID + "=evergreen.pitch")
public final class Pitch implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        double factor = Math.pow(2, request.number("semitones", 0) / 12);
        return FilterGraph.chain(
                new FilterNode(
                        "faster",
                        "asetrate",
                        Map.of("sample_rate", new FilterOption.Number(Math.round(FrameRate.SAMPLE_RATE * factor)))),
                new FilterNode(
                        "resampled",
                        "aresample",
                        Map.of("sample_rate", new FilterOption.Number(FrameRate.SAMPLE_RATE))),
                new FilterNode("tempo", "atempo", Map.of("tempo", new FilterOption.Number(1 / factor))));
    }
}
