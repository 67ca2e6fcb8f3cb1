package dev.evergreen.api.internal;

import dev.evergreen.domain.job.JobRate;
import dev.evergreen.domain.job.JobSchedule;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.job.QueueState;
import dev.evergreen.jobs.Queues;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Queues in which some jobs wait. */
final class FakeQueues implements Queues {
    private final FakeJobs jobs;
    private final Set<Queue> paused = EnumSet.noneOf(Queue.class);

    FakeQueues(FakeJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<QueueState> list() {
        return Arrays.stream(Queue.values())
                .map(queue -> new QueueState(queue, paused.contains(queue), 3, 0, 2, 1, Duration.ofMillis(1_500)))
                .toList();
    }

    @Override
    public List<JobWorker> workers() {
        return List.of(new JobWorker(
                "node-a",
                new JobWorker.Share(
                        Map.of(Queue.GENERATION, 4), Map.of("narrate", new JobRate(50, Duration.ofSeconds(60)))),
                Samples.NOW,
                Duration.ofMillis(500)));
    }

    @Override
    public List<JobSchedule> schedules() {
        return List.of(new JobSchedule("jobs.prune", "15 3 * * *", Samples.NOW, Optional.empty()));
    }

    @Override
    public void pause(Queue queue, boolean wanted) {
        if (wanted) {
            paused.add(queue);
        } else {
            paused.remove(queue);
        }
    }

    @Override
    public void discard(UUID id) {
        jobs.stored.remove(id);
    }
}
