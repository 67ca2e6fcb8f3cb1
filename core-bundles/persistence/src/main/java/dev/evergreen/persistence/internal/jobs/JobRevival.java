package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.JobState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Makes what ended without success run again, and only that. */
final class JobRevival {
    private static final String UNSUCCESSFUL = "('failed', 'dead', 'cancelled')";

    private final JobGraph graph;
    private final Handle handle;

    JobRevival(JobGraph graph) {
        this.graph = graph;
        this.handle = graph.handle();
    }

    /** Revives a job, its steps and all that depend on any of these, then opens its ancestors. */
    void revive(JobRow row) {
        List<UUID> family = family(row.job().id());
        reset(family);
        settle(family);
        openAncestors(row.job().parentId());
        // A job that had done its own work and whose steps have all succeeded has nothing left to do.
        graph.find(row.job().id()).ifPresent(graph::endWithSteps);
    }

    private List<UUID> family(UUID id) {
        return handle.createQuery("WITH RECURSIVE family AS (SELECT id FROM generation_jobs WHERE id = :id"
                        + " UNION SELECT j.id FROM family f JOIN LATERAL ("
                        + " SELECT s.id, s.status, s.helper FROM generation_jobs s WHERE s.parent_id = f.id"
                        + " UNION ALL SELECT d.job_id, g.status, g.helper FROM job_dependencies d JOIN generation_jobs g ON g.id = d.job_id"
                        + " WHERE d.depends_on = f.id) j ON j.status IN " + UNSUCCESSFUL + " AND NOT j.helper)"
                        + " SELECT id FROM family")
                .bind("id", id)
                .mapTo(UUID.class)
                .list();
    }

    private void reset(List<UUID> family) {
        try {
            handle.createUpdate(
                            "UPDATE generation_jobs SET status = CASE WHEN worked THEN 'running' ELSE 'waiting' END,"
                                    + " progress = CASE WHEN worked THEN progress ELSE 0 END, error_message = '', attempts = 0,"
                                    + " rescues = 0, crashes = 0, cancel_requested = false, completed_at = NULL, deadline = NULL,"
                                    + " announced = false, updated_at = now() WHERE id = ANY(:family)")
                    .bindArray("family", UUID.class, family.toArray())
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof java.sql.SQLException sql && "23505".equals(sql.getSQLState())) {
                throw new ProblemException(
                        List.of(new Problem(
                                Problem.Kind.CONFLICT,
                                "job",
                                "The same work was submitted again meanwhile; follow or cancel that job instead.")),
                        e);
            }
            throw e;
        }
    }

    /** Counts open steps and dependencies anew; what waits for nothing is due. */
    private void settle(List<UUID> family) {
        graph.update("open_steps = (SELECT count(*) FROM generation_jobs s WHERE s.parent_id = j.id AND s.status IN "
                        + JobGraph.OPEN + " AND NOT s.helper), open_dependencies = open.count, run_at = now(), rank = "
                        + JobGraph.rank("now()")
                        + ", status = CASE WHEN j.worked THEN 'running' WHEN open.count = 0 THEN 'pending' ELSE 'waiting' END"
                        + " FROM (SELECT f.id, (SELECT count(*) FROM job_dependencies d JOIN generation_jobs g"
                        + " ON g.id = d.depends_on WHERE d.job_id = f.id AND g.status <> 'succeeded') AS count"
                        + " FROM unnest(:family) AS f(id)) open WHERE open.id = j.id")
                .bindArray("family", UUID.class, family.toArray())
                .map(JobRow.MAPPER)
                .forEach(graph::note);
    }

    private void openAncestors(Optional<UUID> parentId) {
        Optional<UUID> next = parentId;
        while (next.isPresent()) {
            UUID id = next.get();
            JobRow row = graph.find(id).orElseThrow();
            boolean ended = row.job().state().isFinal() && row.job().state() != JobState.SUCCEEDED && row.worked();
            graph.update(
                            "open_steps = (SELECT count(*) FROM generation_jobs s WHERE s.parent_id = j.id AND s.status IN "
                                    + JobGraph.OPEN + " AND NOT s.helper)"
                                    + (ended
                                            ? ", status = 'running', error_message = '', completed_at = NULL, cancel_requested = false,"
                                                    + " deadline = NULL, announced = false"
                                            : "")
                                    + " WHERE j.id = :id")
                    .bind("id", id)
                    .map(JobRow.MAPPER)
                    .forEach(graph::note);
            next = ended ? row.job().parentId() : Optional.empty();
        }
    }
}
