package dev.evergreen.persistence.internal.projects;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Lets one transaction at a time change what belongs to a project as a whole. */
final class ProjectLock {
    private ProjectLock() {}

    /**
     * Waits for the lock, which the transaction's end releases.
     *
     * @throws ProblemException NOT_FOUND when there is no such project
     */
    static void take(Handle handle, UUID projectId) {
        // NO KEY: rows that refer to the project, such as new assets, need not wait.
        boolean there = handle.createQuery("SELECT id FROM projects WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", projectId)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
        if (!there) {
            throw notFound(projectId);
        }
    }

    static ProblemException notFound(UUID projectId) {
        return new ProblemException(Problem.Kind.NOT_FOUND, "project", "There is no project " + projectId + ".");
    }
}
