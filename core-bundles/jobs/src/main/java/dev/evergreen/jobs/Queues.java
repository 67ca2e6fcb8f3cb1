package dev.evergreen.jobs;

import dev.evergreen.domain.job.JobSchedule;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.job.QueueState;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The operators' side of the queues. */
@ProviderType
public interface Queues {
    /** Every queue, in the order of {@link Queue}. */
    List<QueueState> list();

    /** The nodes that work on them, by name. */
    List<JobWorker> workers();

    /** What is submitted by the clock, by name. */
    List<JobSchedule> schedules();

    /** Whether a queue hands out jobs, on all nodes. Jobs at work go on. */
    void pause(Queue queue, boolean paused);

    /**
     * Gives up a job that ended without success, and removes it with its steps.
     *
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND, or CONFLICT when the job is open, succeeded or a step of another
     */
    void discard(UUID id);
}
