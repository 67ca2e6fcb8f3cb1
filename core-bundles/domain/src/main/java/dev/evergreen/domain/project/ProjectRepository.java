package dev.evergreen.domain.project;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps projects. */
@ProviderType
public interface ProjectRepository {
    void add(Project project);

    Optional<Project> find(UUID id);

    /** The owner's projects, last changed first. */
    Page<Project> list(UUID ownerId, PageRequest page);

    /**
     * Writes title, description, status and settings where the stored revision is {@code project.revision()}; returns it with
     * the next revision.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when somebody else was faster, NOT_FOUND
     */
    Project update(Project project);

    /** Removes the project with everything in it; the ledger stays. */
    boolean remove(UUID id);
}
