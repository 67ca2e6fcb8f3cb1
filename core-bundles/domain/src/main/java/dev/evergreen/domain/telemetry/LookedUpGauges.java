package dev.evergreen.domain.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures that come and go, such as those of each budget, and that take a look elsewhere: they are looked up now and then in a thread
 * of their own, because a scrape waits for nobody. What cannot be looked up is left out until it can.
 */
public final class LookedUpGauges implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LookedUpGauges.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Metrics metrics;
    private final Supplier<Map<Meter, Double>> look;
    private final Map<Meter, Metrics.Gauge> shown = new ConcurrentHashMap<>();
    private final String what;
    private final ScheduledExecutorService timer;
    private volatile Map<Meter, Double> values = Map.of();
    private boolean known = true;

    private LookedUpGauges(Metrics metrics, String what, Supplier<Map<Meter, Double>> look) {
        this.metrics = metrics;
        this.what = what;
        this.look = look;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "figures-" + what);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Looks at once and then again and again, until closed.
     *
     * @param what the figures are about, one word, for logs
     * @param every the rest between two looks
     * @param look everything there is now; may take its time
     */
    public static LookedUpGauges start(
            Metrics metrics, String what, Duration every, Supplier<Map<Meter, Double>> look) {
        LookedUpGauges gauges = new LookedUpGauges(metrics, what, look);
        gauges.timer.scheduleWithFixedDelay(gauges::refresh, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return gauges;
    }

    private void refresh() {
        try {
            show(look.get());
            known = true;
        } catch (RuntimeException e) {
            if (known) {
                LOG.warn("The figures of {} are not known now; they are left out until they are", what, e);
            }
            known = false;
            show(Map.of());
        }
    }

    private void show(Map<Meter, Double> found) {
        values = Map.copyOf(found);
        shown.keySet().stream()
                .filter(meter -> !found.containsKey(meter))
                .toList()
                .forEach(this::hide);
        found.keySet()
                .forEach(meter -> shown.computeIfAbsent(
                        meter, added -> metrics.gauge(added, () -> values.getOrDefault(added, Double.NaN))));
    }

    private void hide(Meter meter) {
        Metrics.Gauge gauge = shown.remove(meter);
        if (gauge != null) {
            gauge.close();
        }
    }

    /** Returns when no look is under way any more, or ten seconds later. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The look at the figures of {} does not end", what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shown.keySet().forEach(this::hide);
    }
}
