package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.media.CheckReport;
import dev.evergreen.media.Checks;
import dev.evergreen.media.Finding;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.Renderer;
import dev.evergreen.productions.internal.StepData.CheckInput;
import dev.evergreen.productions.internal.StepData.Checked;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.Rendered;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at the rendered film as a viewer's machine would. Findings are told; they do not stop the film. */
@Component(property = JobHandler.KIND + "=" + Steps.CHECK)
public final class CheckHandler implements JobHandler {
    private final TimelineRepository timelines;
    private final Renderer renderer;
    private final Checks checks;
    private final BlobStore blobs;

    @Activate
    public CheckHandler(
            @Reference TimelineRepository timelines,
            @Reference Renderer renderer,
            @Reference Checks checks,
            @Reference BlobStore blobs) {
        this.timelines = timelines;
        this.renderer = renderer;
        this.checks = checks;
        this.blobs = blobs;
    }

    @Override
    public JobOutcome handle(JobContext job) throws JobFailedException {
        CheckInput input = Json.read(job.job().input(), CheckInput.class);
        TimelineSnapshot timeline = RenderHandler.timeline(timelines, job, input.assemble());
        Rendered rendered = Json.read(job.outputOf(input.render()), Rendered.class);
        Divided divided = Json.read(job.outputOf(input.divide()), Divided.class);
        try {
            CheckReport report = checks.check(
                    blobs.localPath(rendered.film()),
                    timeline,
                    RenderHandler.plan(renderer, divided.choices().film().exporter(), timeline),
                    blobs::localPath);
            List<String> findings =
                    report.findings().stream().map(Finding::message).toList();
            return JobOutcome.done(Json.write(new Checked(
                    findings,
                    report.loudness().integrated(),
                    report.loudness().truePeak(),
                    Optional.of(report.findings().stream().map(Finding::stored).toList()))));
        } catch (MediaException e) {
            throw RenderHandler.failed(e);
        }
    }
}
