package dev.evergreen.projects.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.SceneRepository;
import dev.evergreen.domain.project.SceneRows;
import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.telemetry.Correlation;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.projects.ScriptAnalysis;
import dev.evergreen.projects.ScriptFile;
import dev.evergreen.scripting.ScriptParser;
import dev.evergreen.spi.provider.AnalysisRequest;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.provider.ScriptAnalyst;
import dev.evergreen.spi.script.Screenplay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the market for a script analyst while the caller waits. */
@Component
public final class ScriptAnalysisComponent implements ScriptAnalysis {
    /** As productions ask, so that both share one cached answer. */
    private static final int MAXIMUM_SHOT_SECONDS = 8;

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final Access access;
    private final ScriptParser parser;
    private final ScriptShelf shelf;
    private final ProjectRepository projects;
    private final SceneRepository scenes;
    private final Orchestrator orchestrator;
    private final Announcements announcements;
    private final Clock clock;

    @Activate
    public ScriptAnalysisComponent(
            @Reference Access access,
            @Reference ScriptParser parser,
            @Reference ScriptShelf shelf,
            @Reference ProjectRepository projects,
            @Reference SceneRepository scenes,
            @Reference Orchestrator orchestrator,
            @Reference Announcements announcements) {
        this(access, parser, shelf, projects, scenes, orchestrator, announcements, Clock.systemUTC());
    }

    ScriptAnalysisComponent(
            Access access,
            ScriptParser parser,
            ScriptShelf shelf,
            ProjectRepository projects,
            SceneRepository scenes,
            Orchestrator orchestrator,
            Announcements announcements,
            Clock clock) {
        this.access = access;
        this.parser = parser;
        this.shelf = shelf;
        this.projects = projects;
        this.scenes = scenes;
        this.orchestrator = orchestrator;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Served<AnalysisResult> analyze(Person person, ScriptFile file) {
        access.require(person, Action.SPEND, Optional.empty());
        return plan(person, ScriptReading.read(parser, file).screenplay(), Optional.empty());
    }

    @Override
    public List<Scene> divide(Person person, UUID scriptId) {
        Script script = shelf.find(scriptId);
        UUID projectId = script.projectId();
        access.require(person, Action.SPEND, Optional.of(projectId));
        shelf.requireNewest(script);
        Screenplay screenplay = shelf.parsedAsStored(script).screenplay();
        AnalysisResult analysis =
                plan(person, screenplay, Optional.of(projectId)).result();
        SceneRows rows = new SceneRows(projectId, scenes.list(projectId), clock.instant());
        List<Scene> stored = scenes.replace(projectId, rows.planned(screenplay, analysis.plan()));
        announcements.projectUpdated(projectId, "scenes");
        return stored;
    }

    private Served<AnalysisResult> plan(Person person, Screenplay screenplay, Optional<UUID> projectId) {
        CallOptions options = new CallOptions(
                projectId
                        .flatMap(projects::find)
                        .flatMap(project -> Routing.of(project.settings()))
                        .orElseGet(orchestrator::standard),
                projectId,
                Optional.of(person.id()),
                Optional.empty(),
                Correlation.current().orElseGet(() -> UUID.randomUUID().toString()),
                clock.instant().plus(DEADLINE),
                CallOptions.Cancellation.NEVER,
                done -> {});
        try {
            return orchestrator.call(
                    ScriptAnalyst.class, new AnalysisRequest(screenplay, MAXIMUM_SHOT_SECONDS), options);
        } catch (CallFailedException e) {
            throw new ProblemException(List.of(new Problem(kind(e), "provider", String.valueOf(e.getMessage()))), e);
        }
    }

    private static Problem.Kind kind(CallFailedException e) {
        return switch (e.kind()) {
            case INVALID_REQUEST, CONTENT_REJECTED -> Problem.Kind.INVALID;
            case QUOTA_EXHAUSTED -> Problem.Kind.EXHAUSTED;
            default -> Problem.Kind.UNAVAILABLE;
        };
    }
}
