package dev.evergreen.sound.echo.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Repeats that grow softer, with the filter aecho. */
@Component(property = EffectPlugin.ID + "=evergreen.echo")
public final class Echo implements AudioEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        int repeats = (int) Math.round(request.number("repeats", 3));
        double decay = request.number("decay", 0.4);
        StringBuilder delays = new StringBuilder();
        StringBuilder decays = new StringBuilder();
        for (int i = 1; i <= repeats; i++) {
            String bar = i == 1 ? "" : "|";
            delays.append(String.format(Locale.ROOT, "%s%.3f", bar, i * request.number("delay", 350)));
            decays.append(String.format(Locale.ROOT, "%s%.6f", bar, Math.pow(decay, i)));
        }
        return FilterGraph.of(
                "aecho",
                Map.of(
                        "in_gain", new FilterOption.Number(1),
                        "out_gain", new FilterOption.Number(1 - decay / 2),
                        "delays", new FilterOption.Word(delays.toString()),
                        "decays", new FilterOption.Word(decays.toString())));
    }
}
