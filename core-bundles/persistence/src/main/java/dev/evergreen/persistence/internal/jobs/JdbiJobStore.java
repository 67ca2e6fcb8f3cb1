package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobDraft;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.JobStore;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.job.QueueState;
import dev.evergreen.domain.json.Json;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs in {@code generation_jobs}, their dependencies in {@code job_dependencies}. */
@Component
public final class JdbiJobStore implements JobStore {
    private final Database database;

    @Activate
    public JdbiJobStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Inserted insert(List<JobDraft> drafts) {
        if (drafts.size() == 1 && JobInsertion.isAlone(drafts.get(0))) {
            // One statement, which needs no transaction of its own.
            return database.with(handle -> {
                JobGraph graph = new JobGraph(handle);
                return new Inserted(List.of(new JobInsertion(graph).insert(drafts.get(0))), graph.changed());
            });
        }
        return inGraph(graph -> {
            JobInsertion insertion = new JobInsertion(graph);
            List<UUID> ids = drafts.stream().map(insertion::insert).toList();
            return new Inserted(ids, graph.changed());
        });
    }

    @Override
    public Optional<Job> find(UUID id) {
        return database.with(handle -> new JobGraph(handle).find(id).map(JobRow::job));
    }

    @Override
    public List<Job> children(UUID parentId) {
        return database.with(handle -> handle
                .createQuery("SELECT " + JobRow.COLUMNS
                        + " FROM generation_jobs j WHERE j.parent_id = :parent ORDER BY j.position")
                .bind("parent", parentId)
                .map(JobRow.MAPPER)
                .stream()
                .map(JobRow::job)
                .toList());
    }

    @Override
    public Page<Job> list(
            Optional<UUID> projectId,
            Optional<String> kind,
            Optional<JobState> state,
            boolean rootsOnly,
            PageRequest page) {
        List<String> conditions = new ArrayList<>(List.of("TRUE"));
        Map<String, Object> values = new HashMap<>();
        projectId.ifPresent(id -> {
            conditions.add("j.project_id = :project");
            values.put("project", id);
        });
        kind.ifPresent(type -> {
            conditions.add("j.job_type = :kind");
            values.put("kind", type);
        });
        state.ifPresent(wanted -> {
            conditions.add("j.status = :state");
            values.put("state", JobRow.word(wanted));
        });
        if (rootsOnly) {
            conditions.add("j.parent_id IS NULL");
        }
        String filter = " FROM generation_jobs j WHERE " + String.join(" AND ", conditions);
        return database.with(handle -> {
            long total = handle.createQuery("SELECT count(*)" + filter)
                    .bindMap(values)
                    .mapTo(Long.class)
                    .one();
            Query query = handle.createQuery("SELECT j.position, " + JobRow.COLUMNS + filter
                            + (page.cursor().isPresent() ? " AND j.position < :cursor" : "")
                            + " ORDER BY j.position DESC LIMIT :limit")
                    .bindMap(values)
                    .bind("limit", page.limit() + 1);
            page.cursor().ifPresent(cursor -> query.bind("cursor", position(cursor)));
            List<Numbered> found = query.map((row, context) -> new Numbered(
                            row.getLong("position"),
                            JobRow.MAPPER.map(row, context).job()))
                    .list();
            boolean more = found.size() > page.limit();
            List<Numbered> shown = more ? found.subList(0, page.limit()) : found;
            Optional<String> next =
                    more ? Optional.of(Long.toString(shown.get(shown.size() - 1).position)) : Optional.empty();
            return new Page<>(shown.stream().map(Numbered::job).toList(), next, total);
        });
    }

    @Override
    public Cancelled cancel(UUID id) {
        return inGraph(graph -> {
            JobRow row = graph.lockTreeOf(id).orElseThrow(() -> unknown(id));
            if (!row.job().state().isFinal()) {
                graph.cancel(row, "cancelled");
            }
            Set<UUID> running = new HashSet<>(graph.handle()
                    .createQuery("WITH RECURSIVE family AS (SELECT id FROM generation_jobs WHERE id = :id"
                            + " UNION ALL SELECT s.id FROM generation_jobs s JOIN family f ON s.parent_id = f.id)"
                            + " SELECT j.id FROM generation_jobs j JOIN family f ON f.id = j.id"
                            + " WHERE j.status = 'running' AND NOT j.worked AND j.cancel_requested")
                    .bind("id", id)
                    .mapTo(UUID.class)
                    .list());
            return new Cancelled(graph.changed(), running);
        });
    }

    @Override
    public List<Job> retry(UUID id) {
        return inGraph(graph -> {
            JobRow row = graph.lockTreeOf(id).orElseThrow(() -> unknown(id));
            if (!row.job().state().isFinal() || row.job().state() == JobState.SUCCEEDED) {
                throw new ProblemException(
                        Problem.Kind.CONFLICT,
                        "job",
                        "Job " + id + " is " + JobRow.word(row.job().state())
                                + "; only failed, dead and cancelled jobs can be retried.");
            }
            new JobRevival(graph).revive(row);
            return graph.changed();
        });
    }

    @Override
    public void pause(Queue queue, boolean paused) {
        database.with(handle -> handle.createUpdate("INSERT INTO job_queues (queue, paused) VALUES (:queue, :paused)"
                        + " ON CONFLICT (queue) DO UPDATE SET paused = :paused")
                .bind("queue", JobRow.word(queue))
                .bind("paused", paused)
                .execute());
    }

    @Override
    public void discard(UUID id) {
        inGraph(graph -> {
            Job job = graph.lockTreeOf(id).orElseThrow(() -> unknown(id)).job();
            if (!job.state().isFinal() || job.state() == JobState.SUCCEEDED) {
                throw new ProblemException(
                        Problem.Kind.CONFLICT,
                        "job",
                        "Job " + id + " is " + JobRow.word(job.state())
                                + "; only failed, dead and cancelled jobs can be discarded.");
            }
            if (job.parentId().isPresent()) {
                throw new ProblemException(
                        Problem.Kind.CONFLICT,
                        "job",
                        "Job " + id + " is a step of job " + job.parentId().get() + "; discard that one.");
            }
            return graph.handle()
                    .createUpdate("DELETE FROM generation_jobs WHERE id = :id")
                    .bind("id", id)
                    .execute();
        });
    }

    @Override
    public List<QueueState> queues() {
        Map<Queue, QueueState> found = database.with(handle -> handle.createQuery("SELECT j.queue,"
                        + " EXISTS (SELECT 1 FROM job_queues q WHERE q.queue = j.queue AND q.paused) AS paused,"
                        + " count(*) FILTER (WHERE j.status = 'pending' AND j.run_at <= now()) AS waiting,"
                        + " count(*) FILTER (WHERE j.status = 'parked') AS parked,"
                        + " count(*) FILTER (WHERE j.status = 'running' AND NOT j.worked) AS running,"
                        + " count(*) FILTER (WHERE j.status = 'dead') AS dead,"
                        + " COALESCE(extract(epoch FROM now() - min(j.run_at)"
                        + " FILTER (WHERE j.status = 'pending' AND j.run_at <= now())), 0) AS waited"
                        // Apart, because each state has an index of its own.
                        + " FROM (" + inState("IN ('pending', 'parked')") + " UNION ALL " + inState("= 'running'")
                        + " UNION ALL " + inState("= 'dead'")
                        + " UNION ALL SELECT queue, '', now(), FALSE FROM job_queues) j GROUP BY j.queue")
                .map((row, context) -> new QueueState(
                        Rows.constant(row, "queue", Queue.class),
                        row.getBoolean("paused"),
                        row.getLong("waiting"),
                        row.getLong("parked"),
                        row.getLong("running"),
                        row.getLong("dead"),
                        Duration.ofMillis((long) (row.getDouble("waited") * 1000))))
                .collectToMap(QueueState::queue, state -> state));
        return Arrays.stream(Queue.values())
                .map(queue -> Objects.requireNonNull(found.get(queue), queue.name()))
                .toList();
    }

    @Override
    public List<JobWorker> workers() {
        return database.with(handle -> handle.createQuery(
                        "SELECT node, share, since, extract(epoch FROM now() - heartbeat_at) AS silent"
                                + " FROM job_workers ORDER BY node, since")
                .map((row, context) -> new JobWorker(
                        row.getString("node"),
                        Json.read(row.getString("share"), JobWorker.Share.class),
                        Rows.instant(row, "since"),
                        Duration.ofMillis((long) (row.getDouble("silent") * 1000))))
                .list());
    }

    private static String inState(String condition) {
        return "SELECT queue, status, run_at, worked FROM generation_jobs WHERE status " + condition;
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(
                Problem.Kind.NOT_FOUND, "job", "There is no job " + id + "; it may have been removed after its time.");
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            "cursor",
                            "The cursor '" + cursor + "' is none that a list of jobs gave; begin without one.")),
                    e);
        }
    }

    private <T> T inGraph(Function<JobGraph, T> work) {
        return database.inTransaction(handle -> work.apply(new JobGraph(handle)));
    }

    private record Numbered(long position, Job job) {}
}
