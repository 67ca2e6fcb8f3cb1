package dev.evergreen.domain.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LookedUpGaugesTest {
    private static final Meter FULL = new Meter("evergreen_jar", "Jars", Map.of("jar", "full"));
    private static final Meter EMPTY = new Meter("evergreen_jar", "Jars", Map.of("jar", "empty"));

    private final Shown shown = new Shown();

    @Test
    void figuresComeChangeAndGo() {
        AtomicReference<Map<Meter, Double>> found = new AtomicReference<>(Map.of(FULL, 3.0));
        try (LookedUpGauges gauges =
                LookedUpGauges.start(shown, "jars", Duration.ofMillis(5), () -> Map.copyOf(found.get()))) {
            await(Map.of("full", 3.0));
            found.set(Map.of(FULL, 2.0, EMPTY, 1.0));
            await(Map.of("full", 2.0, "empty", 1.0));
            found.set(Map.of(EMPTY, 3.0));
            await(Map.of("empty", 3.0));
            assertEquals(1, shown.gauges.size(), gauges::toString);
        }
        assertEquals(Map.of(), shown.gauges, "what its owner showed is gone with it");
    }

    @Test
    void whatCannotBeLookedUpIsLeftOutUntilItCan() {
        AtomicReference<Map<Meter, Double>> found = new AtomicReference<>(Map.of(FULL, 3.0));
        try (LookedUpGauges gauges = LookedUpGauges.start(shown, "jars", Duration.ofMillis(5), () -> {
            Map<Meter, Double> now = found.get();
            if (now.isEmpty()) {
                throw new IllegalStateException("the cellar is locked");
            }
            return now;
        })) {
            await(Map.of("full", 3.0));
            found.set(Map.of());
            await(Map.of());
            found.set(Map.of(FULL, 4.0));
            await(Map.of("full", 4.0));
            assertEquals(1, shown.gauges.size(), gauges::toString);
        }
    }

    private void await(Map<String, Double> wanted) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!shown.values().equals(wanted)) {
            if (System.nanoTime() > until) {
                assertEquals(wanted, shown.values());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private static final class Shown implements Metrics {
        final Map<Meter, DoubleSupplier> gauges = new ConcurrentHashMap<>();

        Map<String, Double> values() {
            Map<String, Double> values = new TreeMap<>();
            gauges.forEach((meter, value) -> values.put(meter.labels().get("jar"), value.getAsDouble()));
            return values;
        }

        @Override
        public Gauge gauge(Meter meter, DoubleSupplier value) {
            gauges.put(meter, value);
            return () -> gauges.remove(meter);
        }

        @Override
        public Counter counter(Meter meter) {
            throw new AssertionError("nothing is counted");
        }

        @Override
        public Timer timer(Meter meter) {
            throw new AssertionError("nothing is timed");
        }

        @Override
        public String scrape() {
            throw new AssertionError("nobody scrapes");
        }
    }
}
