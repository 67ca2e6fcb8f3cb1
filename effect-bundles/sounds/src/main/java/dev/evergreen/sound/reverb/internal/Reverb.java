package dev.evergreen.sound.reverb.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** A room of three rows of echoes, each falling by 60 dB in the room's time, whose products lie dense as in a real one. */
@Component(property = EffectPlugin.ID + "=evergreen.reverb")
public final class Reverb implements AudioEffect {
    /** Milliseconds without common factors, so that no echo falls onto another. */
    private static final int[] EARLY = {7, 11, 17, 23, 31, 37};

    private static final int[] MIDDLE = {41, 59, 73, 97, 113};
    private static final int[] LATE = {127, 179, 239, 331, 457, 601};

    /** Each echo as loud as the room's decay leaves it; together they keep the sound's energy. */
    private static FilterNode echoes(String id, int[] milliseconds, double seconds) {
        StringBuilder delays = new StringBuilder();
        StringBuilder decays = new StringBuilder();
        double energy = 1;
        for (int delay : milliseconds) {
            double decay = Math.max(1e-4, Math.pow(10, -3 * delay / 1000.0 / seconds));
            energy += decay * decay;
            delays.append(delays.isEmpty() ? "" : "|").append(delay);
            decays.append(String.format(Locale.ROOT, "%s%.6f", decays.isEmpty() ? "" : "|", decay));
        }
        return new FilterNode(
                id,
                "aecho",
                Map.of(
                        "in_gain",
                        new FilterOption.Number(1),
                        "out_gain",
                        new FilterOption.Number(1 / Math.sqrt(energy)),
                        "delays",
                        new FilterOption.Word(delays.toString()),
                        "decays",
                        new FilterOption.Word(decays.toString())));
    }

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        double seconds = request.number("size", 1.5);
        double mix = request.number("mix", 0.25);
        String weights = String.format(Locale.ROOT, "%.4f %.4f", 1 - mix, mix);
        List<FilterNode> nodes = List.of(
                new FilterNode("split", "asplit", Map.of("outputs", new FilterOption.Number(2))),
                echoes("early", EARLY, seconds),
                echoes("middle", MIDDLE, seconds),
                echoes("late", LATE, seconds),
                new FilterNode(
                        "walls",
                        "lowpass",
                        Map.of("frequency", new FilterOption.Number(request.number("damping", 6000)))),
                new FilterNode(
                        "mix",
                        "amix",
                        Map.of(
                                "inputs",
                                new FilterOption.Number(2),
                                "weights",
                                new FilterOption.Word(weights),
                                "normalize",
                                new FilterOption.Word("0"))));
        return new FilterGraph(
                nodes,
                List.of(
                        new FilterLink(FilterLink.INPUT, 0, "split", 0),
                        new FilterLink("split", 0, "mix", 0),
                        new FilterLink("split", 1, "early", 0),
                        new FilterLink("early", 0, "middle", 0),
                        new FilterLink("middle", 0, "late", 0),
                        new FilterLink("late", 0, "walls", 0),
                        new FilterLink("walls", 0, "mix", 1),
                        new FilterLink("mix", 0, FilterLink.OUTPUT, 0)));
    }
}
