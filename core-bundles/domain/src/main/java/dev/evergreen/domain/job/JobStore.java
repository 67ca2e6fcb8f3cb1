package dev.evergreen.domain.job;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rows of all jobs and the graph between them. Every method is one transaction, or joins the calling thread's. Methods that
 * change rows return the jobs whose state changed, as they are now, so that listeners can be told after commit.
 */
@ProviderType
public interface JobStore {
    /** How long a job must have waited to stand before one with one point more of priority. So nothing starves. */
    Duration PRIORITY_STEP = Duration.ofSeconds(30);

    /**
     * Stores the jobs; later drafts may depend on earlier ones.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when a parent has ended, NOT_FOUND when a parent or dependency is unknown
     */
    Inserted insert(List<JobDraft> drafts);

    Optional<Job> find(UUID id);

    /** Newest first; empty filters mean any. */
    Page<Job> list(
            Optional<UUID> projectId,
            Optional<String> kind,
            Optional<JobState> state,
            boolean rootsOnly,
            PageRequest page);

    /** The steps of a job in the order of their submission. */
    List<Job> children(UUID parentId);

    /**
     * Ends the job and its steps as CANCELLED where nobody works on them, and marks the others.
     *
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND when there is no such job
     */
    Cancelled cancel(UUID id);

    /**
     * Makes a job that ended without success run again, with its steps and dependents that ended without success; its
     * ancestors are open again.
     *
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND, or CONFLICT when the job is open or succeeded
     */
    List<Job> retry(UUID id);

    /**
     * Removes a job that ended without success, with its steps.
     *
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND, or CONFLICT when the job is open, succeeded or a step of another
     */
    void discard(UUID id);

    void pause(Queue queue, boolean paused);

    /** Every queue, in the order of {@link Queue}. */
    List<QueueState> queues();

    /** The nodes that have announced themselves and were not taken for dead, by name. */
    List<JobWorker> workers();

    /**
     * @param ids in the order of the drafts: the draft's own, or that of the open job with the same unique key
     * @param jobs the jobs that are new or changed
     */
    record Inserted(List<UUID> ids, List<Job> jobs) {
        public Inserted {
            ids = List.copyOf(ids);
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * @param ended jobs that are CANCELLED now
     * @param running jobs that somebody works on and that are marked
     */
    record Cancelled(List<Job> ended, Set<UUID> running) {
        public Cancelled {
            ended = List.copyOf(ended);
            running = Set.copyOf(running);
        }
    }
}
