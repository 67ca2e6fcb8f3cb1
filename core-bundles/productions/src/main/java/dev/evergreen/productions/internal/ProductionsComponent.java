package dev.evergreen.productions.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.project.ScriptRepository;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.domain.telemetry.Correlation;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.productions.Production;
import dev.evergreen.productions.ProductionEstimate;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.Productions;
import dev.evergreen.productions.ShotWish;
import dev.evergreen.productions.internal.StepData.Begin;
import dev.evergreen.spi.provider.Offer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Starts productions and tells how they stand. */
@Component
public final class ProductionsComponent implements Productions {
    private static final int PRIORITY = 50;

    private final Access access;
    private final ProjectRepository projects;
    private final ScriptRepository scripts;
    private final Jobs jobs;
    private final ProductionView view;
    private final @Nullable Estimates estimates;
    private final Transactions transactions;

    @Activate
    public ProductionsComponent(
            @Reference Access access,
            @Reference ProjectRepository projects,
            @Reference ScriptRepository scripts,
            @Reference Jobs jobs,
            @Reference ProductionView view,
            @Reference Transactions transactions,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Estimates estimates) {
        this.access = access;
        this.projects = projects;
        this.scripts = scripts;
        this.jobs = jobs;
        this.view = view;
        this.estimates = estimates;
        this.transactions = transactions;
    }

    @Override
    public Production start(Person person, UUID projectId, ProductionRequest asked) {
        access.require(person, Action.SPEND, Optional.of(projectId));
        Project project = project(projectId);
        Script script = newestScript(projectId);
        ProductionRequest request = complete(asked, project);
        FilmFormat.of(
                request.format().isBlank() ? "16:9" : request.format(),
                request.preset().isBlank() ? FilmFormat.DEFAULT_PRESET : request.preset());
        NewJob production = new NewJob(
                UUID.randomUUID(),
                Optional.of(projectId),
                Optional.empty(),
                Queue.HIGH_PRIORITY,
                Steps.PRODUCTION,
                "Make " + project.title(),
                PRIORITY,
                Json.write(new Begin(script.id(), request, Optional.of(person.id()))),
                Optional.of(Steps.PRODUCTION + "/" + projectId + "/" + script.id() + "/" + Json.write(request)),
                List.of(),
                Optional.empty(),
                Correlation.current().orElseGet(() -> UUID.randomUUID().toString()));
        UUID id = transactions.inTransaction(
                () -> jobs.submit(List.of(production)).get(0));
        return view.of(jobs.find(id).orElseThrow());
    }

    @Override
    public ProductionEstimate estimate(Person person, UUID projectId, ProductionRequest asked) {
        access.require(person, Action.SPEND, Optional.of(projectId));
        Project project = project(projectId);
        if (estimates == null) {
            throw new ProblemException(
                    Problem.Kind.UNAVAILABLE,
                    "",
                    "What a production costs cannot be estimated while no script can be read, as the part 'ScriptReader' of"
                            + " the engine is not running now. Try again in a moment.");
        }
        return estimates.of(
                project,
                newestScript(projectId).id(),
                person.id(),
                Correlation.current().orElseGet(() -> UUID.randomUUID().toString()),
                complete(asked, project));
    }

    private Script newestScript(UUID projectId) {
        return scripts.newest(projectId)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.INVALID,
                        "script",
                        "The project has no script yet; add one before making the film."));
    }

    /** What the request leaves open is as the project has it. */
    private static ProductionRequest complete(ProductionRequest asked, Project project) {
        return asked.orTier(Json.read(project.settings(), Chosen.class).tier().flatMap(ProductionsComponent::tier));
    }

    /** An empty word chooses nothing. */
    private static Optional<Offer.Tier> tier(String word) {
        return Arrays.stream(Offer.Tier.values())
                .filter(tier -> tier.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The part of a project's settings that is read here. */
    private record Chosen(Optional<String> tier) {}

    @Override
    public Production find(Person person, UUID productionId) {
        Job job = jobs.find(productionId)
                .filter(found -> found.kind().equals(Steps.PRODUCTION))
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND, "production", "There is no production " + productionId + "."));
        access.require(person, Action.VIEW, job.projectId());
        return view.of(job);
    }

    @Override
    public Page<Production> list(Person person, UUID projectId, PageRequest page) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        project(projectId);
        Page<Job> found = jobs.list(
                new JobFilter(Optional.of(projectId), Optional.of(Steps.PRODUCTION), Optional.empty(), true), page);
        return new Page<>(found.items().stream().map(view::of).toList(), found.next(), found.total());
    }

    @Override
    public void redoShot(Person person, UUID projectId, String shotId, ShotWish wish) {
        access.require(person, Action.EDIT, Optional.of(projectId));
        Project project = project(projectId);
        projects.update(new Project(
                project.id(),
                project.ownerId(),
                project.title(),
                project.description(),
                project.status(),
                ShotMemory.asking(project.settings(), shotId, wish),
                project.revision(),
                project.createdAt(),
                project.updatedAt()));
    }

    private Project project(UUID id) {
        return projects.find(id)
                .orElseThrow(() ->
                        new ProblemException(Problem.Kind.NOT_FOUND, "project", "There is no project " + id + "."));
    }
}
