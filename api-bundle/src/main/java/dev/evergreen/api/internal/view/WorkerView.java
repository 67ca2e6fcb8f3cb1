package dev.evergreen.api.internal.view;

import dev.evergreen.domain.job.JobRate;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A node and its part of the work. */
public record WorkerView(String node, List<Share> queues, List<Rate> rates, Instant since, double silentSeconds) {
    private static final double MILLIS = 1000;

    public static WorkerView of(JobWorker worker) {
        return new WorkerView(
                worker.node(),
                worker.share().concurrency().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Share(entry.getKey(), entry.getValue()))
                        .toList(),
                worker.share().rates().entrySet().stream()
                        .map(entry -> Rate.of(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Rate::kind))
                        .toList(),
                worker.since(),
                worker.silent().toMillis() / MILLIS);
    }

    /** Jobs at a time of a queue. */
    public record Share(Queue queue, int atOnce) {}

    /** How often jobs of a kind may begin on all nodes together. */
    public record Rate(String kind, int begins, double seconds) {
        private static Rate of(String kind, JobRate rate) {
            return new Rate(kind, rate.begins(), rate.period().toMillis() / MILLIS);
        }
    }
}
