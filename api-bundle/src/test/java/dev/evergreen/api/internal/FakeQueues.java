package dev.evergreen.api.internal;

import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.job.QueueState;
import dev.evergreen.jobs.Queues;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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
