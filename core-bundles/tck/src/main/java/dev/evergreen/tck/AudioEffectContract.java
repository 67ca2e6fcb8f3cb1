package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterCatalogue;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every effect on sound keeps to: its graph is a pure function of the request, made of filters for sound, valid for clips
 * of every length and at every extreme. What the graph makes of sound is libavfilter's.
 */
public abstract class AudioEffectContract {
    private static final long[] LENGTHS = {1, 48_000, 48_000L * 3_600};
    /** A second of sound: what takes longer to come out is no effect on a clip. */
    private static final int LONGEST_DELAY = 48_000;

    private static final MediaFormat FORMAT = TestFrames.format(2, 2);

    protected abstract AudioEffect effect();

    /** Its {@code evergreen.plugin.id}. */
    protected abstract String pluginId();

    @Test
    void graphsArePureAtEveryLengthAndExtreme() {
        for (long length : LENGTHS) {
            for (Map<String, Object> parameters : Parameters.toTry(pluginId())) {
                EffectRequest request = new EffectRequest(parameters, Map.of(), length, 7);
                FilterGraph graph = effect().render(request, FORMAT);
                assertEquals(graph, effect().render(request, FORMAT), "equal requests, equal graphs");
                assertFalse(graph.takesTwoInputs(), "an effect has one input");
                for (FilterNode node : graph.nodes()) {
                    assertFalse(FilterCatalogue.video(node.filter()), node.filter() + " is a filter for pictures");
                }
                int delay = effect().delaySamples(request, FORMAT);
                assertTrue(delay >= 0 && delay <= LONGEST_DELAY, "a delay of " + delay + " samples");
            }
        }
    }

    @Test
    void defaultsAreThoseOfTheDescriptor() {
        List<Map<String, Object>> sets = Parameters.toTry(pluginId());
        assertEquals(
                effect().render(new EffectRequest(sets.get(0), Map.of(), 48_000, 7), FORMAT),
                effect().render(new EffectRequest(sets.get(1), Map.of(), 48_000, 7), FORMAT),
                "nothing given must mean the descriptor's defaults");
    }
}
