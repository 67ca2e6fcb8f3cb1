package dev.evergreen.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.plugin.InstalledPlugin;
import dev.evergreen.domain.plugin.InstalledPlugin.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PluginWatchTest {
    private final List<InstalledPlugin> rows = new ArrayList<>();
    private final AtomicInteger converged = new AtomicInteger();
    private boolean away;

    private static InstalledPlugin row(String digest, State state, String error) {
        return new InstalledPlugin(
                "com.example.one", "1.0.0", digest, "one.jar", state, Optional.empty(), error, Instant.EPOCH);
    }

    @Test
    void everyChangeOfWhatIsWantedIsFoundOnceAndErrorsAreNone() {
        try (PluginWatch watch = new PluginWatch(this::read, converged::incrementAndGet)) {
            look(watch, 0);
            rows.add(row("a", State.ENABLED, ""));
            look(watch, 1);
            look(watch, 1);
            rows.set(0, row("a", State.ENABLED, "it does not start on some node"));
            look(watch, 1);
            rows.set(0, row("b", State.ENABLED, ""));
            look(watch, 2);
            rows.set(0, row("b", State.DISABLED, ""));
            look(watch, 3);
            away = true;
            rows.clear();
            look(watch, 3);
            away = false;
            look(watch, 4);
        }
    }

    private void look(PluginWatch watch, int wanted) {
        watch.look();
        assertEquals(wanted, converged.get());
    }

    private List<InstalledPlugin> read() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return List.copyOf(rows);
    }
}
