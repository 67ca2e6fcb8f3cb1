package dev.evergreen.sound.voicecleanup.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** A preset: high-pass, noise reduction, de-esser, presence and a gentle compressor, in the order of a dubbing desk. */
@Component(property = EffectPlugin.ID + "=evergreen.voice-cleanup")
public final class VoiceCleanup implements AudioEffect {
    /** The noise reduction works on windows of 25 ms. */
    private static final int WINDOW = 1200;

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        double strength = request.number("strength", 0.5);
        return FilterGraph.chain(
                new FilterNode("rumble", "highpass", Map.of("frequency", new FilterOption.Number(50 + 60 * strength))),
                new FilterNode(
                        "hiss",
                        "afftdn",
                        Map.of(
                                "noise_reduction",
                                new FilterOption.Number(3 + 20 * strength),
                                "noise_floor",
                                new FilterOption.Number(-50))),
                new FilterNode(
                        "sharpness",
                        "adynamicequalizer",
                        Map.of(
                                "threshold", new FilterOption.Number(0.06),
                                "dfrequency", new FilterOption.Number(7000),
                                "tfrequency", new FilterOption.Number(7000),
                                "ratio", new FilterOption.Number(1 + 2 * strength),
                                "attack", new FilterOption.Number(2),
                                "release", new FilterOption.Number(60),
                                "mode", new FilterOption.Word("cutabove"))),
                new FilterNode(
                        "presence",
                        "equalizer",
                        Map.of(
                                "frequency",
                                new FilterOption.Number(3500),
                                "width_type",
                                new FilterOption.Word("q"),
                                "width",
                                new FilterOption.Number(0.9),
                                "gain",
                                new FilterOption.Number(5 * strength))),
                new FilterNode(
                        "evenness",
                        "acompressor",
                        Map.of(
                                "threshold",
                                new FilterOption.Number(0.12),
                                "ratio",
                                new FilterOption.Number(1 + 4 * strength),
                                "attack",
                                new FilterOption.Number(10),
                                "release",
                                new FilterOption.Number(180))));
    }

    @Override
    public int delaySamples(EffectRequest request, MediaFormat in) {
        return WINDOW;
    }
}
