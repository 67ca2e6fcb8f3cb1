package dev.evergreen.editor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.json.Json;
import dev.evergreen.editor.internal.Editing.Applied;
import dev.evergreen.editor.internal.Editing.Rejected;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Any sequence of commands, and then their inverses in reverse order, leaves the identical timeline. */
class InverseTest {
    private static final int TIMELINES = "full".equals(System.getProperty("evergreen.counts")) ? 5_000 : 50;
    private static final int COMMANDS = 25;

    @Test
    void inverses_in_reverse_order_give_back_the_identical_timeline() throws Rejected {
        Map<String, Integer> applied = new TreeMap<>();
        for (int seed = 0; seed < TIMELINES; seed++) {
            Random random = new Random(seed);
            TimelineSnapshot first = new RandomTimelines(random).next();
            RandomCommands commands = new RandomCommands(random);
            TimelineSnapshot timeline = first;
            Deque<Map<String, Object>> inverses = new ArrayDeque<>();
            Deque<String> before = new ArrayDeque<>();
            for (int i = 0; i < COMMANDS; i++) {
                Map<String, Object> command = commands.next(timeline);
                Applied done;
                try {
                    done = Editing.apply(timeline, List.of(command));
                } catch (Rejected refused) {
                    assertTrue(refused.reasons().get(0).endsWith("."), refused::getMessage);
                    continue;
                }
                applied.merge(String.valueOf(command.get("command")), 1, Integer::sum);
                before.push(Json.write(timeline));
                inverses.push(done.operations().isEmpty() ? Map.of() : done.inverse());
                timeline = done.timeline();
            }
            for (Map<String, Object> inverse : inverses) {
                if (!inverse.isEmpty()) {
                    // As it comes back from a client: through JSON.
                    timeline = Editing.apply(timeline, List.of(Json.readObject(Json.write(inverse))))
                            .timeline();
                }
                assertEquals(before.pop(), Json.write(timeline), "seed " + seed);
            }
            assertEquals(first, timeline, "seed " + seed);
        }
        Set<String> never = new TreeSet<>(CommandSchema.get().names());
        never.removeAll(applied.keySet());
        assertEquals(Set.of("restore"), never, "commands that were never applied");
        applied.forEach((name, times) -> assertTrue(times >= 1, name + " was applied only " + times + " times"));
    }

    @Test
    void an_inverse_of_an_inverse_does_it_again() throws Rejected {
        for (int seed = 0; seed < TIMELINES / 4; seed++) {
            Random random = new Random(seed);
            TimelineSnapshot timeline = new RandomTimelines(random).next();
            RandomCommands commands = new RandomCommands(random);
            for (int i = 0; i < COMMANDS; i++) {
                try {
                    Applied done = Editing.apply(timeline, List.of(commands.next(timeline)));
                    Applied undone = Editing.perform(done.timeline(), Operation.inverse(done.operations()));
                    assertEquals(timeline, undone.timeline());
                    Applied again = Editing.perform(undone.timeline(), Operation.inverse(undone.operations()));
                    assertEquals(Json.write(done.timeline()), Json.write(again.timeline()));
                    timeline = done.timeline();
                } catch (Rejected refused) {
                    assertTrue(refused.reasons().size() == 1, refused::getMessage);
                }
            }
        }
    }
}
