package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.JobSchedule;
import dev.evergreen.domain.job.JobSchedules;
import dev.evergreen.domain.job.JobStore;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.job.QueueState;
import dev.evergreen.jobs.Queues;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks into the queues and holds them, on every node alike. */
@Component
public final class QueueService implements Queues {
    private final JobStore store;
    private final JobSchedules times;

    @Activate
    public QueueService(@Reference JobStore store, @Reference JobSchedules times) {
        this.store = store;
        this.times = times;
    }

    @Override
    public List<QueueState> list() {
        return store.queues();
    }

    @Override
    public List<JobWorker> workers() {
        return store.workers();
    }

    @Override
    public List<JobSchedule> schedules() {
        return times.list();
    }

    @Override
    public void pause(Queue queue, boolean paused) {
        store.pause(queue, paused);
    }

    @Override
    public void discard(UUID id) {
        store.discard(id);
    }
}
