package dev.evergreen.productions.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.SceneRepository;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.Renderer;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.internal.StepData.Begin;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.provider.ScriptAnalyst;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has the script divided into shots, stores its scenes, and begins a step for each shot. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + Steps.DIVIDE)
public final class DivideHandler implements ProviderStep {
    private final ScriptReader scripts;
    private final ProviderCalls calls;
    private final ProjectRepository projects;
    private final SceneRepository scenes;
    private final Jobs jobs;
    private final Renderer renderer;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DivideHandler(
            @Reference ScriptReader scripts,
            @Reference ProviderCalls calls,
            @Reference ProjectRepository projects,
            @Reference SceneRepository scenes,
            @Reference Jobs jobs,
            @Reference Renderer renderer) {
        this.scripts = scripts;
        this.calls = calls;
        this.projects = projects;
        this.scenes = scenes;
        this.jobs = jobs;
        this.renderer = renderer;
    }

    @Override
    public JobOutcome serve(JobContext job) throws JobFailedException, TurnNotYet {
        Begin begin = Json.read(job.job().input(), Begin.class);
        Project project = project(job.job());
        Division division =
                Division.of(project, scripts.parse(begin.scriptId()), begin.request(), scenes.list(project.id()));
        requireExporter(division.choices());
        Served<AnalysisResult> served = calls.call(
                ScriptAnalyst.class,
                division.request(),
                job,
                Wanted.of(division.choices()),
                done -> job.progress((int) (done * 100), "dividing the script"));
        FilmPlan plan = served.result().plan();
        List<Scene> rows = division.rows(plan, clock.instant());
        Divided divided = divided(division, plan, rows, ProviderCalls.bill(StepItems.DIVISION, served));
        Job production = jobs.find(job.job().parentId().orElseThrow()).orElseThrow();
        return new JobOutcome.Done(
                Json.write(divided),
                Steps.of(production, divided, ShotMemory.of(project.settings())),
                () -> scenes.replace(project.id(), rows));
    }

    /** Nothing is bought for a film that cannot be written in the end. */
    private void requireExporter(Choices choices) throws JobFailedException {
        FilmFormat film = choices.film();
        Canvas canvas =
                new Canvas(film.width(), film.height(), FrameRate.of(film.framesPerSecond()), Colour.of("#000000"));
        try {
            renderer.plan(film.exporter(), new ExportRequest("", Map.of(), film.framesPerSecond()), canvas);
        } catch (MediaException e) {
            throw new JobFailedException(
                    "The preset '" + choices.preset() + "' cannot be used: " + e.getMessage()
                            + ", or begin the preset with youtube-, mp4- or webm-.",
                    Optional.empty(),
                    e);
        }
    }

    private Project project(Job job) throws JobFailedException {
        UUID id = job.projectId().orElseThrow();
        return projects.find(id)
                .orElseThrow(() -> new JobFailedException("Project " + id + " is gone.", Optional.empty(), null));
    }

    private static Divided divided(Division division, FilmPlan plan, List<Scene> rows, BillLine line)
            throws JobFailedException {
        try {
            return division.divided(plan, rows, List.of(line));
        } catch (IllegalArgumentException e) {
            throw new JobFailedException(String.valueOf(e.getMessage()), Optional.empty(), e);
        }
    }
}
