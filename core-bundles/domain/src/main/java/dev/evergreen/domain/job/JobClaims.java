package dev.evergreen.domain.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The workers' side of the jobs. A claim is worth as much as its fence: a write whose fence is no longer the row's touches
 * nothing and answers empty. All times are the database's. Every method is one transaction, or joins the calling thread's; those
 * that change rows return the jobs whose state or progress changed.
 */
@ProviderType
public interface JobClaims {
    /** Announces a worker, one for each start of a node, and returns to the queues what earlier workers of that node had claimed. */
    List<Job> register(UUID worker, String node, int mostCrashes);

    /** Tells everybody what a registered worker works on. */
    void announce(UUID worker, JobWorker.Share share);

    /**
     * Says that the worker is alive.
     *
     * @return what the worker holds, so that it notices what it has lost; empty when the worker is not known any more
     */
    Optional<Held> heartbeat(UUID worker);

    /** Withdraws a worker that holds nothing. */
    void withdraw(UUID worker);

    /**
     * Gives the worker up to {@code most} jobs that are due, the most urgent first. Counts an attempt and raises the fence. Of jobs
     * whose worker has died before, a worker has one at a time: when that one kills it again, no other one pays for it.
     */
    List<Job> claim(UUID worker, Queue queue, Collection<String> kinds, int most);

    /** As the other, of one kind, and no more than its rate allows on all nodes together. */
    List<Job> claim(UUID worker, Queue queue, String kind, JobRate rate, int most);

    /** Stores progress, 0 to 100, of the job and so of its ancestors. */
    List<Job> progress(UUID id, long fence, int percent, String stage);

    /**
     * Ends the job's own work: SUCCEEDED, or RUNNING until its steps end.
     *
     * @return empty when the claim is lost or somebody has cancelled the job: nothing was changed then
     */
    Optional<List<Job>> succeed(UUID id, long fence, String output);

    /** Ends the job as FAILED, DEAD or CANCELLED, with its open steps and those that depend on it. */
    Optional<List<Job>> end(UUID id, long fence, JobState state, String error);

    /**
     * Returns the job to its queue; ends it as DEAD when the attempt counts and was its last.
     *
     * @param after how long it rests
     * @param counted whether the attempt was one; otherwise it is taken back
     * @param error why; empty when nothing went wrong
     */
    Optional<List<Job>> giveBack(UUID id, long fence, Duration after, boolean counted, String error);

    /** Ends as FAILED what nobody works on past its deadline. */
    List<Job> expire();

    /** Returns to the queues what workers hold that were not heard of for so long; the {@code most}th time ends it as DEAD. */
    List<Job> rescue(Duration silence, int most);

    /** Marks due jobs as PARKED when their kind is none of these. */
    List<Job> park(Queue queue, Collection<String> handledKinds);

    /** Makes parked jobs of that kind PENDING again. */
    List<Job> unpark(String kind);

    /** Removes trees of jobs that ended longer ago than that. */
    int prune(Duration age);

    /**
     * @param fences by job
     * @param cancelled those that somebody asked to stop
     * @param late those whose deadline has passed
     */
    record Held(Map<UUID, Long> fences, Set<UUID> cancelled, Set<UUID> late) {
        public Held {
            fences = Map.copyOf(fences);
            cancelled = Set.copyOf(cancelled);
            late = Set.copyOf(late);
        }
    }
}
