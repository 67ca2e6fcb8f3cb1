package dev.evergreen.projects.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.access.PersonRepository;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.projects.Collaborator;
import dev.evergreen.projects.ProjectChange;
import dev.evergreen.projects.ProjectDraft;
import dev.evergreen.projects.Projects;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Projects as rows. */
@Component
public final class ProjectsComponent implements Projects {
    private static final int JOBS_AT_ONCE = 200;

    private final Access access;
    private final ProjectRepository projects;
    private final PersonRepository people;
    private final Jobs jobs;
    private final Announcements announcements;
    private final Clock clock;

    @Activate
    public ProjectsComponent(
            @Reference Access access,
            @Reference ProjectRepository projects,
            @Reference PersonRepository people,
            @Reference Jobs jobs,
            @Reference Announcements announcements) {
        this(access, projects, people, jobs, announcements, Clock.systemUTC());
    }

    ProjectsComponent(
            Access access,
            ProjectRepository projects,
            PersonRepository people,
            Jobs jobs,
            Announcements announcements,
            Clock clock) {
        this.access = access;
        this.projects = projects;
        this.people = people;
        this.jobs = jobs;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Project create(Person person, ProjectDraft draft) {
        access.require(person, Action.EDIT, Optional.empty());
        Instant now = clock.instant();
        Project project = new Project(
                UUID.randomUUID(),
                person.id(),
                draft.title(),
                draft.description(),
                "draft",
                draft.settings().writeInto("{}"),
                1,
                now,
                now);
        projects.add(project);
        announcements.projectUpdated(project.id(), "created");
        return existing(project.id());
    }

    @Override
    public Project find(Person person, UUID projectId) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        return existing(projectId);
    }

    @Override
    public Page<Project> list(Person person, PageRequest page) {
        access.require(person, Action.VIEW, Optional.empty());
        return projects.list(person.id(), page);
    }

    @Override
    public Project update(Person person, ProjectChange change) {
        access.require(person, Action.EDIT, Optional.of(change.projectId()));
        Project stored = existing(change.projectId());
        Project updated = projects.update(new Project(
                stored.id(),
                stored.ownerId(),
                change.draft().title(),
                change.draft().description(),
                stored.status(),
                change.draft().settings().writeInto(stored.settings()),
                change.revision(),
                stored.createdAt(),
                stored.updatedAt()));
        announcements.projectUpdated(updated.id(), "changed");
        return updated;
    }

    @Override
    public Optional<Routing> routing(Person person, UUID projectId) {
        return Routing.of(find(person, projectId).settings());
    }

    @Override
    public Project route(Person person, UUID projectId, long revision, Optional<Routing> routing) {
        access.require(person, Action.EDIT, Optional.of(projectId));
        Project stored = existing(projectId);
        Project updated = projects.update(new Project(
                stored.id(),
                stored.ownerId(),
                stored.title(),
                stored.description(),
                stored.status(),
                Routing.into(stored.settings(), routing),
                revision,
                stored.createdAt(),
                stored.updatedAt()));
        announcements.projectUpdated(projectId, "routing");
        return updated;
    }

    @Override
    public void delete(Person person, UUID projectId) {
        access.require(person, Action.ADMINISTER, Optional.of(projectId));
        stopJobs(projectId);
        if (!projects.remove(projectId)) {
            throw missing(projectId);
        }
        announcements.projectUpdated(projectId, "deleted");
    }

    private void stopJobs(UUID projectId) {
        JobFilter filter = new JobFilter(Optional.of(projectId), Optional.empty(), Optional.empty(), true);
        Optional<String> next = Optional.empty();
        do {
            Page<Job> page = jobs.list(filter, new PageRequest(next, JOBS_AT_ONCE));
            page.items().stream().filter(job -> !job.state().isFinal()).forEach(job -> jobs.cancel(job.id()));
            next = page.next();
        } while (next.isPresent());
    }

    @Override
    public List<Collaborator> collaborators(Person person, UUID projectId) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        UUID owner = existing(projectId).ownerId();
        return people.find(owner).map(found -> new Collaborator(owner, found.name(), "owner")).stream()
                .toList();
    }

    private Project existing(UUID projectId) {
        return projects.find(projectId).orElseThrow(() -> missing(projectId));
    }

    private static ProblemException missing(UUID projectId) {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "projectId",
                "There is no project " + projectId + "; list the projects to find the one you mean.");
    }
}
