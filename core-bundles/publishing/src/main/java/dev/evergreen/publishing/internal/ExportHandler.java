package dev.evergreen.publishing.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.media.Checks;
import dev.evergreen.media.Finding;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.Renderer;
import dev.evergreen.publishing.internal.ExportDocuments.Input;
import dev.evergreen.publishing.internal.ExportDocuments.Output;
import dev.evergreen.rendering.FilmRendering;
import dev.evergreen.rendering.Rendering;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.Interchange;
import dev.evergreen.spi.export.InterchangeExporter;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Renders a timeline's revision with an exporter, looks at the film, and puts its files among the project's assets. */
@Component(property = JobHandler.KIND + "=" + ExportDocuments.KIND)
public final class ExportHandler implements JobHandler {
    private static final int RENDERED_PERCENT = 90;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final ProjectRepository projects;
    private final TimelineRepository timelines;
    private final BlobStore blobs;
    private final NodeData data;
    private final Renderer renderer;
    private final FilmRendering rendering;
    private final Checks checks;
    private final ExportedFiles files;
    private final InterchangePlugins interchanges;

    @Activate
    public ExportHandler(
            @Reference ProjectRepository projects,
            @Reference TimelineRepository timelines,
            @Reference BlobStore blobs,
            @Reference NodeData data,
            @Reference Renderer renderer,
            @Reference FilmRendering rendering,
            @Reference Checks checks,
            @Reference ExportedFiles files,
            @Reference InterchangePlugins interchanges) {
        this.projects = projects;
        this.timelines = timelines;
        this.blobs = blobs;
        this.data = data;
        this.renderer = renderer;
        this.rendering = rendering;
        this.checks = checks;
        this.files = files;
        this.interchanges = interchanges;
    }

    @Override
    public JobOutcome handle(JobContext context) throws JobFailedException, IOException {
        Job job = context.job();
        Input input = Json.read(job.input(), Input.class);
        TimelineSnapshot timeline = timeline(input);
        try (WorkFolder folder =
                WorkFolder.open(data.folder("work", "exports", job.id().toString()))) {
            Optional<InterchangeExporter> interchange = interchanges.find(input.exporter());
            if (interchange.isPresent()) {
                return interchange(job, input, timeline, interchange.get(), folder);
            }
            EncodingPlan encoding = renderer.plan(
                    input.exporter(),
                    Planning.request(input.preset(), input.parameters(), timeline),
                    timeline.canvas());
            Path film = folder.path()
                    .resolve(fileName(input) + "." + encoding.container().extension());
            Rendering rendered = rendering.render(
                    new RenderRequest(timeline, encoding, film), this::blob, context, new JobListener(context));
            if (rendered instanceof Rendering.Later later) {
                return later.outcome();
            }
            RenderResult result = ((Rendering.Film) rendered).result();
            context.progress(RENDERED_PERCENT, "checking picture and sound");
            List<Finding> findings = findings(film, timeline, encoding);
            List<Asset> assets = files.store(job, encoding, result);
            Output output = new Output(
                    assets.stream().map(Asset::id).toList(),
                    findings.stream().map(Finding::message).toList(),
                    Optional.of(findings.stream().map(Finding::stored).toList()));
            return new JobOutcome.Done(Json.write(output), List.of(), () -> files.add(assets));
        } catch (MediaException e) {
            throw failed(e);
        } catch (StorageException e) {
            throw new JobFailedException(String.valueOf(e.getMessage()), Optional.empty(), e);
        }
    }

    /** Only films of pictures and sound are looked at; the checks compare both with the timeline. */
    private List<Finding> findings(Path film, TimelineSnapshot timeline, EncodingPlan encoding) throws MediaException {
        boolean whole = encoding.pictures().isPresent()
                && encoding.sound().isPresent()
                && encoding.container() != Container.HLS;
        return whole ? checks.check(film, timeline, encoding, this::blob).findings() : List.of();
    }

    private JobOutcome interchange(
            Job job, Input input, TimelineSnapshot timeline, InterchangeExporter exporter, WorkFolder folder)
            throws JobFailedException, IOException {
        Interchange written;
        try {
            written = exporter.write(timeline);
        } catch (RuntimeException e) {
            throw new JobFailedException("The exporter " + input.exporter() + " failed: " + e, Optional.empty(), e);
        }
        Path archive =
                folder.path().resolve(fileName(input) + "-" + input.exporter().replaceFirst(".*\\.", "") + ".zip");
        new InterchangeArchive(written, timeline).write(archive, this::blob);
        List<Asset> assets = List.of(files.storeArchive(job, archive));
        List<String> losses = written.losses().stream()
                .map(loss -> loss.clipId() + ": " + loss.detail())
                .toList();
        Output output = new Output(assets.stream().map(Asset::id).toList(), losses, Optional.empty());
        return new JobOutcome.Done(Json.write(output), List.of(), () -> files.add(assets));
    }

    private TimelineSnapshot timeline(Input input) throws JobFailedException {
        TimelineRevision revision = timelines
                .find(input.projectId(), input.revision())
                .orElseThrow(() -> new JobFailedException(
                        "Revision " + input.revision() + " of the timeline is gone; order the export again.",
                        Optional.empty(),
                        null));
        return Planning.timeline(Json.read(revision.snapshot(), TimelineSnapshot.class), input.aspect());
    }

    private Path blob(String digest) throws IOException {
        try {
            return blobs.localPath(digest);
        } catch (StorageException e) {
            throw new IOException(
                    "A file of the timeline is no longer stored (" + e.getMessage()
                            + "); make the film again, then export it.",
                    e);
        }
    }

    private String fileName(Input input) {
        String title = projects.find(input.projectId()).map(Project::title).orElse("film");
        String safe = title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return (safe.isEmpty() ? "film" : safe)
                + (input.preset().isEmpty() ? "" : "-" + input.preset())
                + (input.aspect().isEmpty() ? "" : "-" + input.aspect().replace(':', 'x'));
    }

    private static JobFailedException failed(MediaException e) {
        if (e.kind() == MediaException.Kind.CANCELLED) {
            CancellationException cancelled = new CancellationException(e.getMessage());
            cancelled.initCause(e);
            throw cancelled;
        }
        Optional<Duration> retry = switch (e.kind()) {
            case MISSING_PLUGIN, TIMEOUT -> Optional.of(LATER);
            default -> Optional.empty();
        };
        return new JobFailedException(String.valueOf(e.getMessage()), retry, e);
    }
}
