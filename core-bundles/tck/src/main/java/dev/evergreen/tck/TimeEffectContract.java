package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.TimeEffect;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What every effect on time keeps to: a pure function that says something useful of every frame, and past the end. */
public abstract class TimeEffectContract {
    private static final long LENGTH = 40;
    private static final long PAST = 20;

    protected abstract TimeEffect effect();

    /** Its {@code evergreen.plugin.id}. */
    protected abstract String pluginId();

    @Test
    void everyFrameHasOneThatIsShown() {
        for (Map<String, Object> parameters : Parameters.toTry(pluginId())) {
            LongToDoubleFunction frames = frames(parameters);
            LongToDoubleFunction again = frames(parameters);
            for (long frame = LENGTH + PAST; frame >= 0; frame--) {
                double shown = frames.applyAsDouble(frame);
                assertTrue(Double.isFinite(shown), "frame " + frame + " shows " + shown + " with " + parameters);
                assertEquals(shown, again.applyAsDouble(frame), "equal requests, equal frames");
            }
        }
    }

    @Test
    void timeChanges() {
        LongToDoubleFunction frames = frames(Map.of());
        boolean changes = false;
        for (long frame = 0; frame < LENGTH; frame++) {
            changes |= frames.applyAsDouble(frame) != frame;
        }
        assertTrue(changes, "every frame shows itself");
    }

    @Test
    void defaultsAreThoseOfTheDescriptor() {
        List<Map<String, Object>> sets = Parameters.toTry(pluginId());
        for (long frame = 0; frame < LENGTH; frame++) {
            assertEquals(
                    frames(sets.get(0)).applyAsDouble(frame),
                    frames(sets.get(1)).applyAsDouble(frame),
                    "nothing given must mean the descriptor's defaults");
        }
    }

    private LongToDoubleFunction frames(Map<String, Object> parameters) {
        return effect().frames(new EffectRequest(parameters, Map.of(), LENGTH, 7));
    }
}
