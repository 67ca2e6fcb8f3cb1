package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.timeline.Layouts;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderProgress;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.Renderer;
import dev.evergreen.productions.internal.StepData.Assembled;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.RenderInput;
import dev.evergreen.productions.internal.StepData.Rendered;
import dev.evergreen.rendering.FilmRendering;
import dev.evergreen.rendering.Rendering;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Renders the assembled timeline, with other nodes where there are some. Segments drawn before a crash are not drawn again. */
@Component(property = JobHandler.KIND + "=" + Steps.RENDER)
public final class RenderHandler implements JobHandler {
    private final TimelineRepository timelines;
    private final Renderer renderer;
    private final FilmRendering rendering;
    private final BlobStore blobs;
    private final NodeData data;

    @Activate
    public RenderHandler(
            @Reference TimelineRepository timelines,
            @Reference Renderer renderer,
            @Reference FilmRendering rendering,
            @Reference BlobStore blobs,
            @Reference NodeData data) {
        this.timelines = timelines;
        this.renderer = renderer;
        this.rendering = rendering;
        this.blobs = blobs;
        this.data = data;
    }

    @Override
    public JobOutcome handle(JobContext job) throws Exception {
        RenderInput input = Json.read(job.job().input(), RenderInput.class);
        Divided divided = Json.read(job.outputOf(input.divide()), Divided.class);
        TimelineSnapshot timeline = timeline(timelines, job, input.assemble());
        EncodingPlan plan = plan(renderer, divided.choices().film().exporter(), timeline);
        Path folder = data.folder("work", "render", job.job().id().toString());
        try {
            Path film = folder.resolve("film." + plan.container().extension());
            Rendering rendered =
                    rendering.render(new RenderRequest(timeline, plan, film), blobs::localPath, job, listener(job));
            if (rendered instanceof Rendering.Later later) {
                return later.outcome();
            }
            RenderResult result = ((Rendering.Film) rendered).result();
            BlobRef ref =
                    blobs.put(BlobSpec.keep(BlobKind.EXPORTS, plan.container().mediaType()), film);
            Rendered output = new Rendered(
                    ref.digest(),
                    ref.mediaType(),
                    ref.size(),
                    result.duration(),
                    sideFiles(result),
                    result.segmentsRendered(),
                    result.segmentsReused());
            return JobOutcome.done(Json.write(output));
        } catch (MediaException e) {
            throw failed(e);
        } finally {
            remove(folder);
        }
    }

    static TimelineSnapshot timeline(TimelineRepository timelines, JobContext job, UUID assemble) {
        int revision = Json.read(job.outputOf(assemble), Assembled.class).revision();
        TimelineRevision stored =
                timelines.find(job.job().projectId().orElseThrow(), revision).orElseThrow();
        return Layouts.own(Json.read(stored.snapshot(), TimelineSnapshot.class));
    }

    static EncodingPlan plan(Renderer renderer, String exporter, TimelineSnapshot timeline) throws JobFailedException {
        try {
            return renderer.plan(
                    exporter, new ExportRequest("", Map.of(), timeline.durationFrames()), timeline.canvas());
        } catch (MediaException e) {
            throw failed(e);
        }
    }

    static JobFailedException failed(MediaException e) {
        if (e.kind() == MediaException.Kind.CANCELLED) {
            throw new CancellationException(e.getMessage());
        }
        return new JobFailedException(String.valueOf(e.getMessage()), Optional.empty(), e);
    }

    private Map<String, String> sideFiles(RenderResult result) {
        Map<String, String> sideFiles = new TreeMap<>();
        for (Path file : result.sideFiles()) {
            String name = file.getFileName().toString();
            String ending = name.substring(name.lastIndexOf('.') + 1);
            sideFiles.put(
                    ending,
                    blobs.put(BlobSpec.keep(BlobKind.EXPORTS, SideFiles.mediaType(ending)), file)
                            .digest());
        }
        return sideFiles;
    }

    private static RenderListener listener(JobContext job) {
        return new RenderListener() {
            @Override
            public void progress(RenderProgress progress) {
                job.progress(
                        (int) (progress.fraction() * 100),
                        progress.stage().name().toLowerCase(Locale.ROOT));
            }

            @Override
            public boolean cancelled() {
                try {
                    job.throwIfCancelled();
                    return false;
                } catch (CancellationException e) {
                    return true;
                }
            }
        };
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the work folder " + folder, e);
        }
    }
}
