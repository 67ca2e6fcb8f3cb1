package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every declarative effect keeps to: its graph is a pure function, valid at every size and extreme. What the graph makes of pictures
 * is libavfilter's.
 */
public abstract class VideoEffectContract {
    private static final List<MediaFormat> SIZES =
            List.of(TestFrames.format(1920, 1080), TestFrames.format(161, 91), TestFrames.format(2, 2));

    protected abstract VideoEffect effect();

    /** Its {@code evergreen.plugin.id}. */
    protected abstract String pluginId();

    @Test
    void graphsArePureAtEverySizeAndExtreme() {
        for (MediaFormat format : SIZES) {
            for (Map<String, Object> parameters : Parameters.toTry(pluginId())) {
                EffectRequest request = new EffectRequest(parameters, Map.of(), 30, 7);
                FilterGraph graph = effect().render(request, format);
                assertEquals(graph, effect().render(request, format), "equal requests, equal graphs");
                assertFalse(graph.takesTwoInputs(), "an effect has one input");
            }
        }
    }

    @Test
    void defaultsAreThoseOfTheDescriptor() {
        List<Map<String, Object>> sets = Parameters.toTry(pluginId());
        MediaFormat format = SIZES.get(0);
        assertEquals(
                effect().render(new EffectRequest(sets.get(0), Map.of(), 30, 7), format),
                effect().render(new EffectRequest(sets.get(1), Map.of(), 30, 7), format),
                "nothing given must mean the descriptor's defaults");
    }
}
