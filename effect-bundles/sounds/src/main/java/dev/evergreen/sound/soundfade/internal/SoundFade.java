package dev.evergreen.sound.soundfade.internal;

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

/** Fades at both ends of a clip, with the filter afade. */
@Component(property = EffectPlugin.ID + "=evergreen.sound-fade")
public final class SoundFade implements AudioEffect {
    /** A fade of one sample is none. */
    private static long samples(double seconds, long length) {
        return Math.max(1, Math.min(length, Math.round(seconds * FrameRate.SAMPLE_RATE)));
    }

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        long length = Math.max(1, request.length());
        long arrival = samples(request.number("fadeIn", 1), length);
        long leaving = samples(request.number("fadeOut", 1), length);
        FilterOption curve = new FilterOption.Word(request.text("curve", "hsin"));
        return FilterGraph.chain(
                new FilterNode(
                        "fade_in",
                        "afade",
                        Map.of(
                                "type",
                                new FilterOption.Word("in"),
                                "nb_samples",
                                new FilterOption.Number(arrival),
                                "curve",
                                curve)),
                new FilterNode(
                        "fade_out",
                        "afade",
                        Map.of(
                                "type",
                                new FilterOption.Word("out"),
                                "start_sample",
                                new FilterOption.Number(length - leaving),
                                "nb_samples",
                                new FilterOption.Number(leaving),
                                "curve",
                                curve)));
    }
}
