package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.JobRate;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.persistence.internal.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands out rows of {@code generation_jobs} with FOR UPDATE SKIP LOCKED. */
@Component
public final class JdbiJobClaims implements JobClaims {
    private static final String HELD =
            " WHERE j.id = :id AND j.fence = :fence AND j.status = 'running' AND NOT j.worked";

    /** A row back in its queue, due after an interval. */
    private static final String RETURNED = "status = 'pending', worker = NULL, node_id = NULL, stage = '',"
            + " run_at = now() + make_interval(secs => :after), rank = "
            + JobGraph.rank("now() + make_interval(secs => :after)");

    private final Database database;

    @Activate
    public JdbiJobClaims(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Job> register(UUID worker, String node, int mostCrashes) {
        return inGraph(graph -> {
            graph.handle()
                    .createUpdate("INSERT INTO job_workers (id, node) VALUES (:worker, :node)")
                    .bind("worker", worker)
                    .bind("node", node)
                    .execute();
            String earlier = "SELECT w.id FROM job_workers w WHERE w.node = :node AND w.id <> :worker";
            for (UUID id :
                    orphans(graph.handle(), "worker IN (" + earlier + ")", Map.of("node", node, "worker", worker))) {
                graph.lockTreeOf(id)
                        .filter(row -> row.job().state() == JobState.RUNNING)
                        .ifPresent(row -> {
                            comeBack(
                                    graph,
                                    row,
                                    "crashes",
                                    mostCrashes,
                                    "The node died " + mostCrashes + " times while it ran");
                        });
            }
            graph.handle()
                    .createUpdate("DELETE FROM job_workers WHERE node = :node AND id <> :worker")
                    .bind("node", node)
                    .bind("worker", worker)
                    .execute();
            return graph.changed();
        });
    }

    @Override
    public void announce(UUID worker, JobWorker.Share share) {
        database.with(handle -> handle.createUpdate("UPDATE job_workers SET share = :share::jsonb WHERE id = :worker")
                .bind("worker", worker)
                .bind("share", Json.write(share))
                .execute());
    }

    @Override
    public Optional<Held> heartbeat(UUID worker) {
        return database.inTransaction(handle -> {
            int known = handle.createUpdate("UPDATE job_workers SET heartbeat_at = now() WHERE id = :worker")
                    .bind("worker", worker)
                    .execute();
            if (known == 0) {
                return Optional.<Held>empty();
            }
            Map<UUID, Long> fences = new HashMap<>();
            Set<UUID> cancelled = new HashSet<>();
            Set<UUID> late = new HashSet<>();
            handle.createQuery("SELECT id, fence, cancel_requested, deadline < now() AS late FROM generation_jobs"
                            + " WHERE worker = :worker AND status = 'running'")
                    .bind("worker", worker)
                    .map((row, context) -> {
                        UUID id = row.getObject("id", UUID.class);
                        if (row.getBoolean("cancel_requested")) {
                            cancelled.add(id);
                        }
                        if (row.getBoolean("late")) {
                            late.add(id);
                        }
                        return Map.entry(id, row.getLong("fence"));
                    })
                    .forEach(held -> fences.put(held.getKey(), held.getValue()));
            return Optional.of(new Held(fences, cancelled, late));
        });
    }

    @Override
    public void withdraw(UUID worker) {
        database.with(handle -> handle.createUpdate("DELETE FROM job_workers w WHERE w.id = :worker AND NOT EXISTS"
                        + " (SELECT 1 FROM generation_jobs j WHERE j.worker = w.id AND j.status = 'running')")
                .bind("worker", worker)
                .execute());
    }

    @Override
    public List<Job> claim(UUID worker, Queue queue, Collection<String> kinds, int most) {
        return database.with(handle -> claim(handle, worker, queue, kinds, most));
    }

    @Override
    public List<Job> claim(UUID worker, Queue queue, String kind, JobRate rate, int most) {
        return database.inTransaction(handle -> {
            JobRates rates = new JobRates(handle);
            int allowed = Math.min(most, rates.allowed(kind, rate));
            if (allowed == 0) {
                return List.of();
            }
            List<Job> claimed = claim(handle, worker, queue, Set.of(kind), allowed);
            rates.take(kind, rate, claimed.size());
            return claimed;
        });
    }

    @Override
    public List<Job> progress(UUID id, long fence, int percent, String stage) {
        return inGraph(graph -> {
            graph.lockTreeOf(id);
            Optional<JobRow> row = graph.update(
                            "progress = GREATEST(j.progress, LEAST(99, :percent)), stage = :stage" + HELD)
                    .bind("percent", percent)
                    .bind("stage", stage)
                    .bind("id", id)
                    .bind("fence", fence)
                    .map(JobRow.MAPPER)
                    .findOne();
            row.ifPresent(graph::note);
            row.flatMap(now -> now.job().parentId()).ifPresent(graph::raiseProgress);
            return graph.changed();
        });
    }

    @Override
    public Optional<List<Job>> succeed(UUID id, long fence, String output) {
        Optional<List<Job>> alone = succeedAlone(id, fence, output);
        if (alone.isPresent()) {
            return alone;
        }
        return inGraph(graph -> {
            graph.lockTreeOf(id);
            Optional<JobRow> row = graph.update(
                            "output_data = :output::jsonb, worked = true, worker = NULL, node_id = NULL, stage = '',"
                                    + " error_message = ''" + HELD + " AND NOT j.cancel_requested")
                    .bind("output", output)
                    .bind("id", id)
                    .bind("fence", fence)
                    .map(JobRow.MAPPER)
                    .findOne();
            row.ifPresent(graph::note);
            row.ifPresent(graph::endWithSteps);
            return row.map(now -> graph.changed());
        });
    }

    @Override
    public Optional<List<Job>> end(UUID id, long fence, JobState state, String error) {
        if (!state.isFinal() || state == JobState.SUCCEEDED) {
            throw new IllegalArgumentException("A claim ends as FAILED, DEAD or CANCELLED, not as " + state);
        }
        return inGraph(graph -> {
            graph.lockTreeOf(id);
            if (!holds(graph, id, fence)) {
                return Optional.empty();
            }
            graph.end(id, state, error);
            return Optional.of(graph.changed());
        });
    }

    @Override
    public Optional<List<Job>> giveBack(UUID id, long fence, Duration after, boolean counted, String error) {
        return inGraph(graph -> {
            if (counted && isLastAttempt(graph, id)) {
                return end(id, fence, JobState.DEAD, error);
            }
            Optional<JobRow> row = graph.update(
                            RETURNED + ", error_message = :error, attempts = j.attempts - :uncounted" + HELD
                                    + " AND NOT j.cancel_requested")
                    .bind("after", after.toMillis() / 1000.0)
                    .bind("error", error)
                    .bind("uncounted", counted ? 0 : 1)
                    .bind("id", id)
                    .bind("fence", fence)
                    .map(JobRow.MAPPER)
                    .findOne();
            row.ifPresent(graph::note);
            return row.map(now -> graph.changed());
        });
    }

    @Override
    public List<Job> expire() {
        return inGraph(graph -> {
            List<UUID> late = graph.handle()
                    .createQuery("SELECT id FROM generation_jobs WHERE deadline < now() AND status IN " + JobGraph.OPEN
                            + " AND (worked OR status <> 'running') AND NOT cancel_requested")
                    .mapTo(UUID.class)
                    .list();
            for (UUID id : late) {
                graph.lockTreeOf(id)
                        .filter(row -> !row.job().state().isFinal())
                        .ifPresent(row -> graph.end(id, JobState.FAILED, "The deadline has passed"));
            }
            return graph.changed();
        });
    }

    @Override
    public List<Job> rescue(Duration silence, int most) {
        return inGraph(graph -> {
            String dead = "worker IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_workers w WHERE w.id = worker"
                    + " AND w.heartbeat_at > now() - make_interval(secs => :silence))";
            double seconds = silence.toMillis() / 1000.0;
            for (UUID id : orphans(graph.handle(), dead, Map.of("silence", seconds))) {
                graph.lockTreeOf(id)
                        .filter(row -> row.job().state() == JobState.RUNNING)
                        .ifPresent(row -> {
                            comeBack(graph, row, "rescues", most, "Nodes died " + most + " times while they ran it");
                        });
            }
            graph.handle()
                    .createUpdate(
                            "DELETE FROM job_workers w WHERE w.heartbeat_at <= now() - make_interval(secs => :silence)"
                                    + " AND NOT EXISTS (SELECT 1 FROM generation_jobs j WHERE j.worker = w.id AND j.status = 'running')")
                    .bind("silence", seconds)
                    .execute();
            return graph.changed();
        });
    }

    @Override
    public List<Job> park(Queue queue, Collection<String> handledKinds) {
        return inGraph(graph -> {
            graph.update("status = 'parked' WHERE j.queue = :queue AND j.status = 'pending' AND j.run_at <= now()"
                            + " AND j.job_type <> ALL(:kinds)")
                    .bind("queue", JobRow.word(queue))
                    .bindArray("kinds", String.class, handledKinds.toArray())
                    .map(JobRow.MAPPER)
                    .forEach(graph::note);
            return graph.changed();
        });
    }

    @Override
    public List<Job> unpark(String kind) {
        return inGraph(graph -> {
            graph.update("status = 'pending' WHERE j.status = 'parked' AND j.job_type = :kind")
                    .bind("kind", kind)
                    .map(JobRow.MAPPER)
                    .forEach(graph::note);
            return graph.changed();
        });
    }

    @Override
    public int prune(Duration age) {
        return database.with(handle -> handle.createUpdate("DELETE FROM generation_jobs WHERE parent_id IS NULL"
                        + " AND completed_at < now() - make_interval(secs => :age) AND status NOT IN " + JobGraph.OPEN)
                .bind("age", (double) age.toSeconds())
                .execute());
    }

    private static List<Job> claim(Handle handle, UUID worker, Queue queue, Collection<String> kinds, int most) {
        return handle
                .createQuery("WITH suspect AS (" + due("(d.crashes > 0 OR d.rescues > 0)") + " AND NOT EXISTS (SELECT 1"
                        + " FROM generation_jobs r WHERE r.worker = :worker AND r.status = 'running'"
                        + " AND (r.crashes > 0 OR r.rescues > 0)) ORDER BY d.rank LIMIT 1 FOR UPDATE SKIP LOCKED),"
                        + " fresh AS (" + due("d.crashes = 0 AND d.rescues = 0")
                        + " ORDER BY d.rank LIMIT :most FOR UPDATE SKIP LOCKED),"
                        // A limit that PostgreSQL cannot know when it plans counts as a tenth of all rows, which it
                        // would sort.
                        + " due AS (SELECT id FROM suspect UNION ALL SELECT id FROM fresh LIMIT :most)"
                        + " UPDATE generation_jobs j SET status = 'running', fence = j.fence + 1, attempts = j.attempts + 1,"
                        + " worker = :worker, node_id = (SELECT w.node FROM job_workers w WHERE w.id = :worker), started_at = COALESCE(j.started_at, now()), updated_at = now()"
                        + " FROM due WHERE j.id = due.id RETURNING " + JobRow.COLUMNS)
                .bind("queue", JobRow.word(queue))
                .bindArray("kinds", String.class, kinds.toArray())
                .bind("most", most)
                .bind("worker", worker)
                .map(JobRow.MAPPER)
                .stream()
                .map(JobRow::job)
                .sorted(Comparator.comparingInt(Job::priority).reversed().thenComparing(Job::createdAt))
                .toList();
    }

    private static String due(String condition) {
        return "SELECT d.id FROM generation_jobs d WHERE d.queue = :queue AND d.status IN ('pending', 'parked')"
                + " AND d.run_at <= now() AND d.job_type = ANY(:kinds) AND " + condition
                + " AND NOT EXISTS (SELECT 1 FROM job_queues q WHERE q.queue = :queue AND q.paused)";
    }

    /** The end of a job that no other job has to do with, in one statement. What makes it so is all in its own row. */
    private Optional<List<Job>> succeedAlone(UUID id, long fence, String output) {
        return database.with(handle -> {
            JobGraph graph = new JobGraph(handle);
            return graph.update(
                            "output_data = :output::jsonb, worked = TRUE, worker = NULL, node_id = NULL, stage = '',"
                                    + " error_message = '', status = 'succeeded', progress = 100, completed_at = now()"
                                    + HELD
                                    + " AND NOT j.cancel_requested AND j.parent_id IS NULL AND j.open_steps = 0"
                                    + " AND NOT j.has_dependents")
                    .bind("output", output)
                    .bind("id", id)
                    .bind("fence", fence)
                    .map(JobRow.MAPPER)
                    .findOne()
                    .map(row -> List.of(row.job()));
        });
    }

    private static List<UUID> orphans(Handle handle, String condition, Map<String, ?> parameters) {
        return handle.createQuery("SELECT id FROM generation_jobs WHERE status = 'running' AND NOT worked AND "
                        + condition + " ORDER BY position")
                .bindMap(parameters)
                .mapTo(UUID.class)
                .list();
    }

    /** Puts an orphan back into its queue, or ends it: cancelled when somebody asked for it, dead when it came back too often. */
    private static void comeBack(JobGraph graph, JobRow row, String counter, int most, String reason) {
        UUID id = row.job().id();
        if (row.cancelRequested()) {
            graph.end(id, JobState.CANCELLED, "cancelled");
            return;
        }
        int times = graph.handle()
                .createQuery("UPDATE generation_jobs SET " + counter + " = " + counter
                        + " + 1 WHERE id = :id RETURNING " + counter)
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
        if (times >= most) {
            graph.end(id, JobState.DEAD, reason);
            return;
        }
        graph.update(RETURNED + ", attempts = j.attempts - 1 WHERE j.id = :id")
                .bind("after", 0)
                .bind("id", id)
                .map(JobRow.MAPPER)
                .forEach(graph::note);
    }

    private static boolean isLastAttempt(JobGraph graph, UUID id) {
        return graph.handle()
                .createQuery("SELECT attempts >= max_attempts FROM generation_jobs WHERE id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private static boolean holds(JobGraph graph, UUID id, long fence) {
        return graph.find(id)
                .filter(row -> row.job().fence() == fence && row.job().state() == JobState.RUNNING && !row.worked())
                .isPresent();
    }

    private <T> T inGraph(Function<JobGraph, T> work) {
        return database.inTransaction(handle -> work.apply(new JobGraph(handle)));
    }
}
