package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.JobStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What happens to one job means something for others, within one transaction: dependents become due or end with it, the parent
 * ends with its last step, the steps of a job that ended without success are stopped. Helpers are steps that only work for a job
 * which rests meanwhile: it is due once the last of them has ended, however that was, and stops those that are left when it ends.
 *
 * <p>Changes of one tree follow each other by its advisory lock, so counters of open steps and dependencies are exact. Claims take
 * single rows without waiting and need no such lock.
 */
final class JobGraph {
    static final String OPEN = "('waiting', 'pending', 'parked', 'running')";
    static final String UNCLAIMED = "('waiting', 'pending', 'parked')";

    private final Handle handle;
    private final Map<UUID, Job> changed = new LinkedHashMap<>();

    JobGraph(Handle handle) {
        this.handle = handle;
    }

    Handle handle() {
        return handle;
    }

    /** Jobs whose state or progress changed so far, each as it is now. */
    List<Job> changed() {
        return List.copyOf(changed.values());
    }

    void note(JobRow row) {
        changed.remove(row.job().id());
        changed.put(row.job().id(), row.job());
    }

    /** Lets one transaction at a time change the tree. */
    void lockTree(UUID rootId) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:high, :low)")
                .bind("high", (int) (rootId.getMostSignificantBits() >>> Integer.SIZE))
                .bind("low", (int) rootId.getLeastSignificantBits())
                .mapTo(Integer.class)
                .one();
    }

    /** Locks the tree of a job and reads the job. */
    Optional<JobRow> lockTreeOf(UUID id) {
        handle.createQuery("SELECT root_id FROM generation_jobs WHERE id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .ifPresent(this::lockTree);
        return find(id);
    }

    Optional<JobRow> find(UUID id) {
        return handle.createQuery("SELECT " + JobRow.COLUMNS + " FROM generation_jobs j WHERE j.id = :id")
                .bind("id", id)
                .map(JobRow.MAPPER)
                .findOne();
    }

    /** An UPDATE of {@code generation_jobs j} that answers the rows it changed. */
    Query update(String rest) {
        return handle.createQuery(
                "UPDATE generation_jobs j SET updated_at = now(), " + rest + " RETURNING " + JobRow.COLUMNS);
    }

    /** Ends an open job and everything that ends with it. */
    void end(UUID id, JobState state, String error) {
        Deque<Ending> endings = new ArrayDeque<>();
        endings.add(new Ending(id, state, error));
        while (!endings.isEmpty()) {
            Ending ending = endings.remove();
            endRow(ending).ifPresent(row -> follow(row, ending, endings));
        }
    }

    /** Ends a job whose own work is done once its steps have ended; does nothing as long as one is open. */
    void endWithSteps(JobRow row) {
        if (endsWithSteps(row)) {
            Ending ending = outcomeOfSteps(row);
            end(ending.id, ending.state, ending.error);
        }
    }

    /** Ends what nobody works on of a job and its steps, and marks the others. */
    void cancel(JobRow row, String reason) {
        if (row.job().state() == JobState.RUNNING) {
            mark(row.job().id());
            stopSteps(row.job().id(), "", reason);
        } else {
            end(row.job().id(), JobState.CANCELLED, reason);
        }
    }

    /** Brings the progress of a job and its ancestors up to that of their steps. */
    void raiseProgress(UUID parentId) {
        Optional<UUID> next = Optional.of(parentId);
        while (next.isPresent()) {
            Optional<JobRow> row = update("progress = " + progressOfSteps()
                            + " WHERE j.id = :id AND j.status IN ('pending', 'running') AND j.progress < "
                            + progressOfSteps())
                    .bind("id", next.get())
                    .map(JobRow.MAPPER)
                    .findOne();
            row.ifPresent(this::note);
            next = row.flatMap(now -> now.job().parentId());
        }
    }

    private static boolean endsWithSteps(JobRow row) {
        return row.worked() && row.openSteps() == 0 && !row.job().state().isFinal();
    }

    private Optional<JobRow> endRow(Ending ending) {
        Optional<JobRow> row = update(
                        "status = :state, error_message = :error, worker = NULL, node_id = NULL, stage = '',"
                                + " completed_at = now(),"
                                + " progress = CASE WHEN :state = 'succeeded' THEN 100 ELSE j.progress END"
                                + " WHERE j.id = :id AND j.status IN " + OPEN)
                .bind("id", ending.id)
                .bind("state", JobRow.word(ending.state))
                .bind("error", ending.error)
                .map(JobRow.MAPPER)
                .findOne();
        row.ifPresent(this::note);
        return row;
    }

    private void follow(JobRow ended, Ending ending, Deque<Ending> endings) {
        Job job = ended.job();
        if (ending.state == JobState.SUCCEEDED) {
            releaseDependents(job.id());
            stopSteps(job.id(), " AND j.helper", "\"" + job.title() + "\" needs no more help");
        } else {
            String title = "\"" + job.title() + "\"";
            stopSteps(job.id(), "", title + ", whose step this is, has ended");
            boolean cancelled = ending.state == JobState.CANCELLED;
            String reason = cancelled ? title + " was cancelled" : title + " failed: " + ending.error;
            for (UUID dependent : dependents(job.id())) {
                endings.add(new Ending(dependent, cancelled ? JobState.CANCELLED : JobState.FAILED, reason));
            }
        }
        if (ended.helper()) {
            job.parentId().ifPresent(this::closeHelper);
        } else {
            job.parentId().ifPresent(parent -> closeStep(parent, endings));
        }
    }

    private void releaseDependents(UUID id) {
        update("open_dependencies = j.open_dependencies - 1, run_at = now(), rank = " + rank("now()")
                        + ", status = CASE WHEN j.open_dependencies <= 1 THEN 'pending' ELSE j.status END"
                        + " WHERE j.status = 'waiting'"
                        + " AND j.id IN (SELECT d.job_id FROM job_dependencies d WHERE d.depends_on = :id)")
                .bind("id", id)
                .map(JobRow.MAPPER)
                .list()
                .stream()
                .filter(row -> row.job().state() == JobState.PENDING)
                .forEach(this::note);
    }

    private List<UUID> dependents(UUID id) {
        return handle.createQuery("SELECT j.id FROM job_dependencies d JOIN generation_jobs j ON j.id = d.job_id"
                        + " WHERE d.depends_on = :id AND j.status IN " + UNCLAIMED + " ORDER BY j.position")
                .bind("id", id)
                .mapTo(UUID.class)
                .list();
    }

    private void stopSteps(UUID id, String which, String reason) {
        handle.createQuery(
                        "SELECT " + JobRow.COLUMNS + " FROM generation_jobs j WHERE j.parent_id = :id AND j.status IN "
                                + OPEN + which + " ORDER BY j.position")
                .bind("id", id)
                .map(JobRow.MAPPER)
                .list()
                .forEach(step -> cancel(step, reason));
    }

    private void mark(UUID id) {
        handle.createUpdate("UPDATE generation_jobs SET cancel_requested = true, updated_at = now() WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    private void closeStep(UUID parentId, Deque<Ending> endings) {
        JobRow parent = update("open_steps = j.open_steps - 1, progress = " + progressOfSteps() + " WHERE j.id = :id")
                .bind("id", parentId)
                .map(JobRow.MAPPER)
                .one();
        if (endsWithSteps(parent)) {
            endings.add(outcomeOfSteps(parent));
            return;
        }
        if (parent.job().state() == JobState.RUNNING) {
            note(parent);
        }
        parent.job().parentId().ifPresent(this::raiseProgress);
    }

    private void closeHelper(UUID parentId) {
        raiseProgress(parentId);
        update("run_at = now(), rank = " + rank("now()")
                        + " WHERE j.id = :id AND j.status = 'pending' AND j.run_at > now() AND NOT EXISTS (SELECT 1"
                        + " FROM generation_jobs h WHERE h.parent_id = j.id AND h.helper AND h.status IN " + OPEN + ")")
                .bind("id", parentId)
                .map(JobRow.MAPPER)
                .forEach(this::note);
    }

    private Ending outcomeOfSteps(JobRow row) {
        UUID id = row.job().id();
        List<Step> unsuccessful = handle.createQuery("SELECT status, title, error_message FROM generation_jobs"
                        + " WHERE parent_id = :id AND status <> 'succeeded' AND NOT helper"
                        + " ORDER BY status = 'cancelled', completed_at, position LIMIT 1")
                .bind("id", id)
                .map((step, context) -> new Step(
                        step.getString("status"),
                        "\"" + step.getString("title") + "\": " + step.getString("error_message")))
                .list();
        if (unsuccessful.isEmpty()) {
            return new Ending(id, JobState.SUCCEEDED, "");
        }
        if (row.cancelRequested() || unsuccessful.get(0).status.equals("cancelled")) {
            return new Ending(id, JobState.CANCELLED, "cancelled");
        }
        return new Ending(id, JobState.FAILED, unsuccessful.get(0).error);
    }

    /** Never falls, and stays below 100 until the job has ended. */
    private static String progressOfSteps() {
        return "GREATEST(j.progress, LEAST(99, (SELECT COALESCE(SUM(s.weight * s.progress) / NULLIF(SUM(s.weight), 0), 0)"
                + " FROM generation_jobs s WHERE s.parent_id = j.id)))::int";
    }

    /** The moment by which the jobs of a queue are ordered: when it became due, earlier for every point of priority. */
    static String rank(String due) {
        return "(" + due + " - j.priority * interval '" + JobStore.PRIORITY_STEP.toSeconds() + " seconds')";
    }

    private record Ending(UUID id, JobState state, String error) {}

    private record Step(String status, String error) {}
}
