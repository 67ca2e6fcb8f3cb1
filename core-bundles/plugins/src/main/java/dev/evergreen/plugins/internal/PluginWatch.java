package dev.evergreen.plugins.internal;

import dev.evergreen.domain.plugin.InstalledPlugin;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether somebody has changed the set of plugins: events tell at once, but not every node hears every event. */
final class PluginWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginWatch.class);

    private final Supplier<List<InstalledPlugin>> rows;
    private final Runnable changed;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "plugins-watch");
        thread.setDaemon(true);
        return thread;
    });
    private Set<Wanted> seen = Set.of();
    private boolean reachable = true;

    /** What of a row says which bundle is to run; not its error, which every node writes. */
    private record Wanted(String symbolicName, String digest, InstalledPlugin.State state) {}

    /**
     * @param rows the table
     * @param changed called when the table is not as it was at the last look, and after the first one unless it is empty
     */
    PluginWatch(Supplier<List<InstalledPlugin>> rows, Runnable changed) {
        this.rows = rows;
        this.changed = changed;
    }

    PluginWatch every(Duration time) {
        var unused = timer.scheduleWithFixedDelay(this::look, time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    void look() {
        try {
            Set<Wanted> now = wanted();
            if (!now.equals(seen)) {
                changed.run();
                seen = now;
            }
            reachable = true;
        } catch (RuntimeException e) {
            if (reachable) {
                LOG.warn("The table of plugins cannot be read; it is tried again", e);
            }
            reachable = false;
        }
    }

    private Set<Wanted> wanted() {
        return rows.get().stream()
                .map(row -> new Wanted(row.symbolicName(), row.digest(), row.state()))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
