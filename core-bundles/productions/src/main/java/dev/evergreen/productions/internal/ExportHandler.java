package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.productions.internal.AssetShelf.Made;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.ExportInput;
import dev.evergreen.productions.internal.StepData.Exported;
import dev.evergreen.productions.internal.StepData.Rendered;
import dev.evergreen.spi.export.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the finished film and its side files among the project's assets. */
@Component(property = JobHandler.KIND + "=" + Steps.EXPORT)
public final class ExportHandler implements JobHandler {
    private final AssetShelf shelf;
    private final ProjectRepository projects;

    @Activate
    public ExportHandler(@Reference AssetShelf shelf, @Reference ProjectRepository projects) {
        this.shelf = shelf;
        this.projects = projects;
    }

    @Override
    public JobOutcome handle(JobContext job) {
        ExportInput input = Json.read(job.job().input(), ExportInput.class);
        UUID project = job.job().projectId().orElseThrow();
        Divided divided = Json.read(job.outputOf(input.divide()), Divided.class);
        Rendered rendered = Json.read(job.outputOf(input.render()), Rendered.class);
        String name = fileName(divided.plan().title());
        Made film = made(
                project,
                Asset.Type.VIDEO,
                "film",
                name + "." + extension(rendered.mediaType()),
                rendered.film(),
                rendered.mediaType(),
                Map.of(
                        "durationSeconds", rendered.duration().toNanos() / 1e9,
                        "bytes", rendered.size(),
                        "production", job.job().parentId().orElseThrow().toString()));
        List<Made> made = new ArrayList<>(List.of(film));
        rendered.sideFiles()
                .forEach((ending, digest) -> made.add(made(
                        project,
                        Asset.Type.TEXT,
                        "captions",
                        name + "." + ending,
                        digest,
                        SideFiles.mediaType(ending),
                        Map.of("language", divided.choices().language()))));
        return new JobOutcome.Done(Json.write(new Exported(film.id())), List.of(), () -> {
            shelf.put(made);
            projects.find(project).ifPresent(found -> projects.update(produced(found)));
        });
    }

    private static String extension(String mediaType) {
        return Container.ofMediaType(mediaType).map(Container::extension).orElse("mp4");
    }

    private static Made made(
            UUID project,
            Asset.Type type,
            String role,
            String name,
            String digest,
            String mediaType,
            Map<String, Object> metadata) {
        return new Made(project, Optional.empty(), type, role, name, digest, mediaType, metadata);
    }

    private static Project produced(Project project) {
        return new Project(
                project.id(),
                project.ownerId(),
                project.title(),
                project.description(),
                "produced",
                project.settings(),
                project.revision(),
                project.createdAt(),
                project.updatedAt());
    }

    private static String fileName(String title) {
        String name = title.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "film" : name;
    }
}
