package dev.evergreen.projects;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.project.Project;
import dev.evergreen.orchestrator.Routing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** A person's projects. Thread-safe. */
@ProviderType
public interface Projects {
    Project create(Person person, ProjectDraft draft);

    Project find(Person person, UUID projectId);

    /** Last changed first. */
    Page<Project> list(Person person, PageRequest page);

    /** @throws dev.evergreen.domain.ProblemException CONFLICT when the project is no longer at the change's revision */
    Project update(Person person, ProjectChange change);

    /** Where the project's calls to providers go; empty where it has no rules of its own. */
    Optional<Routing> routing(Person person, UUID projectId);

    /**
     * Gives the project rules of its own, or takes them back.
     *
     * @param revision the project's, which counts on
     * @throws dev.evergreen.domain.ProblemException CONFLICT when the project is no longer at that revision
     */
    Project route(Person person, UUID projectId, long revision, Optional<Routing> routing);

    /** Stops the project's jobs and removes it with everything in it; what was paid stays in the ledger. */
    void delete(Person person, UUID projectId);

    /** Who works on the project. */
    List<Collaborator> collaborators(Person person, UUID projectId);
}
