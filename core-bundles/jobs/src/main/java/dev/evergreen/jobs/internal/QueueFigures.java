package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobStore;
import dev.evergreen.domain.job.QueueState;
import dev.evergreen.domain.telemetry.LookedUpGauges;
import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shows what waits in the queues, as all nodes see it, and what this node begins and ends. */
@Component(
        service = {},
        immediate = true)
public final class QueueFigures {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final double MILLIS = 1000;

    private final JobStore store;
    private final JobNews news;
    private final LookedUpGauges gauges;
    private final JobNews.Listener listener;

    @Activate
    public QueueFigures(@Reference JobStore store, @Reference JobNews news, @Reference Metrics metrics) {
        this.store = store;
        this.news = news;
        this.listener = new Counting(metrics);
        this.gauges = LookedUpGauges.start(metrics, "queues", EVERY, this::look);
        news.listen(listener);
    }

    @Deactivate
    void stop() {
        news.unlisten(listener);
        gauges.close();
    }

    private Map<Meter, Double> look() {
        Map<Meter, Double> found = new HashMap<>();
        for (QueueState state : store.queues()) {
            String queue = state.queue().name().toLowerCase(Locale.ROOT);
            Map<String, Long> counts = Map.of(
                    "waiting", state.waiting(),
                    "parked", state.parked(),
                    "running", state.running(),
                    "dead", state.dead());
            counts.forEach((word, count) -> found.put(
                    new Meter(
                            "evergreen_queue_jobs",
                            "Jobs by state, on all nodes together",
                            Map.of("queue", queue, "state", word)),
                    (double) count));
            found.put(
                    new Meter(
                            "evergreen_queue_oldest_seconds",
                            "How long the oldest waiting job has been due",
                            Map.of("queue", queue)),
                    state.waited().toMillis() / MILLIS);
            found.put(
                    new Meter("evergreen_queue_held", "1 while the queue hands out nothing", Map.of("queue", queue)),
                    state.paused() ? 1.0 : 0.0);
        }
        store.workers().forEach(worker -> {
            found.put(
                    new Meter(
                            "evergreen_worker_silent_seconds",
                            "How long ago a node gave its last sign of life",
                            Map.of("node", worker.node())),
                    worker.silent().toMillis() / MILLIS);
            worker.share()
                    .concurrency()
                    .forEach((queue, jobs) -> found.put(
                            new Meter(
                                    "evergreen_worker_slots",
                                    "How many jobs of a queue a node works on at a time",
                                    Map.of(
                                            "node",
                                            worker.node(),
                                            "queue",
                                            queue.name().toLowerCase(Locale.ROOT))),
                            (double) jobs));
        });
        return found;
    }

    private record Counting(Metrics metrics) implements JobNews.Listener {
        @Override
        public void begun(Job job) {
            metrics.counter(new Meter(
                            "evergreen_jobs_started",
                            "Attempts at jobs that this node began",
                            Map.of("kind", job.kind())))
                    .add(1);
        }

        @Override
        public void changed(Job job) {
            if (job.state().isFinal()) {
                metrics.counter(new Meter(
                                "evergreen_jobs_ended",
                                "Jobs that this node ended",
                                Map.of(
                                        "kind",
                                        job.kind(),
                                        "state",
                                        job.state().name().toLowerCase(Locale.ROOT))))
                        .add(1);
            }
        }

        @Override
        public void stopWanted(UUID id) {
            // It is counted when it has stopped.
        }
    }
}
