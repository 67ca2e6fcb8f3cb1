package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.JobDraft;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.JobStore;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Stores drafts one after another within one transaction; a draft whose unique key is taken stands for the job that has it. */
final class JobInsertion {
    private static final int MOST_ATTEMPTS = 10;
    private static final long PRIORITY_SECONDS = JobStore.PRIORITY_STEP.toSeconds();

    private final JobGraph graph;
    private final Handle handle;
    private final Map<UUID, UUID> taken = new HashMap<>();

    JobInsertion(JobGraph graph) {
        this.graph = graph;
        this.handle = graph.handle();
    }

    /** Whether no other job has to do with it, so that it is stored by one statement. */
    static boolean isAlone(JobDraft draft) {
        return draft.parentId().isEmpty()
                && draft.dependsOn().isEmpty()
                && draft.uniqueKey().isEmpty();
    }

    UUID insert(JobDraft draft) {
        Optional<UUID> parent = draft.parentId().map(this::actual);
        UUID root = parent.map(id -> openStepOf(id, draft.helper())).orElse(draft.id());
        List<UUID> dependencies =
                draft.dependsOn().stream().map(this::actual).distinct().toList();
        Dependencies state = dependenciesOf(draft, dependencies);
        Optional<JobRow> row = store(draft, parent, root, state.open);
        for (int attempt = 1; row.isEmpty(); attempt++) {
            Optional<UUID> existing = holderOf(draft.uniqueKey().orElseThrow());
            if (existing.isPresent()) {
                taken.put(draft.id(), existing.get());
                parent.filter(id -> !draft.helper()).ifPresent(this::withdrawStep);
                return existing.get();
            }
            if (attempt == MOST_ATTEMPTS) {
                throw busy(draft.uniqueKey().get());
            }
            // The one that had the key ended between the two looks, so that the key is free now.
            row = store(draft, parent, root, state.open);
        }
        graph.note(row.get());
        for (UUID dependency : dependencies) {
            handle.createUpdate("INSERT INTO job_dependencies (job_id, depends_on) VALUES (:job, :dependency)")
                    .bind("job", draft.id())
                    .bind("dependency", dependency)
                    .execute();
        }
        state.failed.ifPresent(failed -> graph.end(draft.id(), JobState.FAILED, failed));
        return draft.id();
    }

    private UUID actual(UUID id) {
        return taken.getOrDefault(id, id);
    }

    /**
     * Counts a step in, or notes that there are helpers to be stopped at the end; the row lock keeps the parent from ending meanwhile.
     * Answers the tree's root.
     */
    private UUID openStepOf(UUID parent, boolean helper) {
        JobRow row = graph.lockTreeOf(parent).orElseThrow(() -> unknown(parent, "parent"));
        if (row.job().state().isFinal()) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    "parent",
                    "Job " + parent + " has ended as " + JobRow.word(row.job().state()) + " and takes no more steps.");
        }
        handle.createUpdate("UPDATE generation_jobs SET "
                        + (helper ? "has_dependents = TRUE" : "open_steps = open_steps + 1") + " WHERE id = :id")
                .bind("id", parent)
                .execute();
        return row.rootId();
    }

    private void withdrawStep(UUID parent) {
        handle.createUpdate("UPDATE generation_jobs SET open_steps = open_steps - 1 WHERE id = :id")
                .bind("id", parent)
                .execute();
    }

    /** Changes the rows it depends on, so that none of them can end without seeing its dependent. */
    private Dependencies dependenciesOf(JobDraft draft, List<UUID> dependencies) {
        int open = 0;
        List<String> failed = new ArrayList<>();
        for (UUID dependency : dependencies) {
            handle.createUpdate("UPDATE generation_jobs SET has_dependents = TRUE WHERE id = :id")
                    .bind("id", dependency)
                    .execute();
            JobRow row = graph.find(dependency).orElseThrow(() -> unknown(dependency, "dependsOn"));
            if (!row.job().state().isFinal()) {
                open++;
            } else if (row.job().state() != JobState.SUCCEEDED) {
                failed.add("\"" + row.job().title() + "\", on which \"" + draft.title() + "\" depends, ended as "
                        + JobRow.word(row.job().state()));
            }
        }
        return new Dependencies(open, failed.stream().findFirst());
    }

    private Optional<JobRow> store(JobDraft draft, Optional<UUID> parent, UUID root, int openDependencies) {
        return handle.createQuery(
                        "INSERT INTO generation_jobs AS j (id, project_id, parent_id, root_id, queue, job_type, title,"
                                + " status, priority, input_data, unique_key, deadline, max_attempts, weight, correlation_id,"
                                + " helper, open_dependencies, rank) VALUES (:id, :project, :parent, :root, :queue, :kind, :title, :status,"
                                + " :priority, :input::jsonb, :uniqueKey, :deadline, :attempts, :weight, :correlation, :helper, :open,"
                                + " now() - :priority * interval '" + PRIORITY_SECONDS + " seconds')"
                                + " ON CONFLICT (unique_key) WHERE status IN "
                                + JobGraph.OPEN
                                + " DO NOTHING RETURNING " + JobRow.COLUMNS)
                .bind("id", draft.id())
                .bind("project", draft.projectId().orElse(null))
                .bind("parent", parent.orElse(null))
                .bind("root", root)
                .bind("queue", JobRow.word(draft.queue()))
                .bind("kind", draft.kind())
                .bind("title", draft.title())
                .bind("status", openDependencies == 0 ? "pending" : "waiting")
                .bind("priority", draft.priority())
                .bind("input", draft.input())
                .bind("uniqueKey", draft.uniqueKey().orElse(null))
                .bind(
                        "deadline",
                        draft.deadline().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .bind("attempts", draft.attempts())
                .bind("weight", draft.weight())
                .bind("correlation", draft.correlationId())
                .bind("helper", draft.helper())
                .bind("open", openDependencies)
                .map(JobRow.MAPPER)
                .findOne();
    }

    private Optional<UUID> holderOf(String uniqueKey) {
        return handle.createQuery(
                        "SELECT id FROM generation_jobs WHERE unique_key = :key AND status IN " + JobGraph.OPEN)
                .bind("key", uniqueKey)
                .mapTo(UUID.class)
                .findOne();
    }

    private static ProblemException busy(String uniqueKey) {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "uniqueKey",
                "Jobs with the unique key '" + uniqueKey + "' came and went " + MOST_ATTEMPTS
                        + " times; submit again.");
    }

    private static ProblemException unknown(UUID id, String field) {
        return new ProblemException(Problem.Kind.NOT_FOUND, field, "There is no job " + id + " to refer to.");
    }

    private record Dependencies(int open, Optional<String> failed) {}
}
