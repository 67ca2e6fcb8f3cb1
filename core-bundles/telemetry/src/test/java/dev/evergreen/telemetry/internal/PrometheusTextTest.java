package dev.evergreen.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.telemetry.LookedUpGauges;
import dev.evergreen.domain.telemetry.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hawkular.agent.prometheus.PrometheusDataFormat;
import org.hawkular.agent.prometheus.PrometheusScraper;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.types.MetricType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a scrape gives is read by somebody else's parser of the format. */
@Timeout(30)
class PrometheusTextTest {
    private final PrometheusMetrics metrics = new PrometheusMetrics();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        metrics.stop();
    }

    @Test
    void everyFigureIsReadAsItWasMeant() throws IOException {
        metrics.counter(new Meter("evergreen_jobs_ended", "Jobs", Map.of("kind", "paint", "state", "dead")))
                .add(2);
        metrics.timer(Meter.of("evergreen_render", "Rendering")).record(Duration.ofMillis(1500));
        Map<Meter, Double> budgets = Map.of(
                new Meter("evergreen_budget_left", "What is left", Map.of("scope", "plugin:painter/\"main\"")),
                37.25,
                new Meter("evergreen_budget_left", "What is left", Map.of("scope", "everything")),
                -1.0);
        try (LookedUpGauges gauges = LookedUpGauges.start(metrics, "budgets", Duration.ofMillis(10), () -> budgets)) {
            awaitShown("evergreen_budget_left", gauges);
            Map<String, MetricFamily> families = scrape();

            MetricFamily left = families.get("evergreen_budget_left");
            assertEquals(MetricType.GAUGE, left.getType());
            assertEquals(
                    Map.of("plugin:painter/\"main\"", 37.25, "everything", -1.0),
                    left.getMetrics().stream()
                            .collect(Collectors.toMap(one -> one.getLabels().get("scope"), PrometheusTextTest::value)));
            MetricFamily ended = families.get("evergreen_jobs_ended_total");
            assertEquals(MetricType.COUNTER, ended.getType());
            Counter dead = (Counter) ended.getMetrics().get(0);
            assertEquals(2, dead.getValue());
            assertEquals(Map.of("kind", "paint", "state", "dead"), dead.getLabels());
            assertEquals(
                    MetricType.SUMMARY, families.get("evergreen_render_seconds").getType());
            assertTrue(families.size() > 20, "the virtual machine's are among them");
        }
    }

    private static double value(Metric metric) {
        return ((Gauge) metric).getValue();
    }

    private void awaitShown(String name, Object owner) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!metrics.scrape().contains(name)) {
            assertTrue(System.nanoTime() < until, () -> owner + " shows no " + name);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private Map<String, MetricFamily> scrape() throws IOException {
        Path page = folder.resolve("metrics.txt");
        Files.writeString(page, metrics.scrape());
        List<MetricFamily> found = new PrometheusScraper(page.toFile(), PrometheusDataFormat.TEXT).scrape();
        return found.stream().collect(Collectors.toMap(MetricFamily::getName, Function.identity()));
    }
}
