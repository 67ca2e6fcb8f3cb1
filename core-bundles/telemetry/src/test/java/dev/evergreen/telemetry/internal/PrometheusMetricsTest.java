package dev.evergreen.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusMetricsTest {
    private final PrometheusMetrics metrics = new PrometheusMetrics();

    @AfterEach
    void stop() {
        metrics.stop();
    }

    @Test
    void countersWithTheSameMeterAreOneSeries() {
        Meter jobs = new Meter("evergreen_jobs_finished", "Jobs that ended", Map.of("state", "succeeded"));
        metrics.counter(jobs).add(1);
        metrics.counter(jobs).add(2);
        assertTrue(lines().contains("evergreen_jobs_finished_total{state=\"succeeded\"} 3.0"), metrics::scrape);
    }

    @Test
    void timersCountAndSumSeconds() {
        Metrics.Timer timer = metrics.timer(Meter.of("evergreen_render", "Rendering"));
        timer.record(Duration.ofMillis(1500));
        timer.record(Duration.ofMillis(500));
        Set<String> lines = lines();
        assertTrue(lines.contains("evergreen_render_seconds_count 2"), metrics::scrape);
        assertTrue(lines.contains("evergreen_render_seconds_sum 2.0"), metrics::scrape);
    }

    @Test
    void aClosedGaugeIsGone() {
        Metrics.Gauge gauge = metrics.gauge(Meter.of("evergreen_queue_depth", "Waiting jobs"), () -> 12);
        assertTrue(lines().contains("evergreen_queue_depth 12.0"), metrics::scrape);
        gauge.close();
        assertFalse(metrics.scrape().contains("evergreen_queue_depth"));
    }

    @Test
    void theVirtualMachineIsWatched() {
        String scrape = metrics.scrape();
        for (String name : new String[] {
            "jvm_memory_used_bytes",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_uptime_seconds",
            "process_files_open_files"
        }) {
            assertTrue(scrape.contains("\n" + name), name);
        }
    }

    @Test
    void namesOutsideTheConventionAreRefused() {
        assertEquals(
                "metric name 'jobs.finished' does not match evergreen(_[a-z0-9]+)+",
                assertThrows(IllegalArgumentException.class, () -> Meter.of("jobs.finished", ""))
                        .getMessage());
    }

    private Set<String> lines() {
        return metrics.scrape().lines().collect(Collectors.toSet());
    }
}
