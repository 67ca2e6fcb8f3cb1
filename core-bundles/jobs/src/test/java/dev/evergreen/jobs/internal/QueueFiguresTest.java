package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.telemetry.internal.PrometheusMetrics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueueFiguresTest {
    private final PrometheusMetrics metrics = new PrometheusMetrics();

    @Test
    void operatorsSeeWhatWaitsBeginsAndEnds() throws SQLException {
        try (TestNode node = new TestNode(TestServer.emptied(), "node-a", TestNode.QUICK).start()) {
            node.handle("paint", context -> ok()).handle("burn", context -> {
                throw new JobFailedException("no fire here", Optional.empty(), null);
            });
            node.store.pause(Queue.EXPORT, true);
            QueueFigures figures = new QueueFigures(node.store, node.news, metrics);
            node.awaitState(node.submit(job("paint")), JobState.SUCCEEDED);
            node.awaitState(node.submit(job("burn")), JobState.FAILED);

            awaitShown("evergreen_jobs_started_total{kind=\"paint\"} 1.0");
            awaitShown("evergreen_jobs_ended_total{kind=\"paint\",state=\"succeeded\"} 1.0");
            awaitShown("evergreen_jobs_ended_total{kind=\"burn\",state=\"failed\"} 1.0");
            awaitShown("evergreen_queue_held{queue=\"export\"} 1.0");
            awaitShown("evergreen_queue_held{queue=\"generation\"} 0.0");
            awaitShown("evergreen_queue_jobs{queue=\"generation\",state=\"dead\"} 0.0");
            awaitShown("evergreen_queue_oldest_seconds{queue=\"generation\"} 0.0");
            awaitShown("evergreen_worker_slots{node=\"node-a\",queue=\"export\"} 4.0");
            figures.stop();
            assertFalse(metrics.scrape().contains("evergreen_queue_"), metrics::scrape);
        }
    }

    private void awaitShown(String line) {
        TestNode.await(
                () -> metrics.scrape().lines().anyMatch(line::equals),
                Duration.ofSeconds(15),
                () -> line + " is not among\n" + metrics.scrape());
    }
}
