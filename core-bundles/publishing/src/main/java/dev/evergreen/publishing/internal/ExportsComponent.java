package dev.evergreen.publishing.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.telemetry.Correlation;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.Renderer;
import dev.evergreen.publishing.ExportOrder;
import dev.evergreen.publishing.Exports;
import dev.evergreen.publishing.FilmExport;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports as jobs of the kind {@value ExportDocuments#KIND}. */
@Component
public final class ExportsComponent implements Exports {
    private final Access access;
    private final TimelineRepository timelines;
    private final AssetRepository assets;
    private final Jobs jobs;
    private final Renderer renderer;
    private final InterchangePlugins interchanges;

    @Activate
    public ExportsComponent(
            @Reference Access access,
            @Reference TimelineRepository timelines,
            @Reference AssetRepository assets,
            @Reference Jobs jobs,
            @Reference Renderer renderer,
            @Reference InterchangePlugins interchanges) {
        this.access = access;
        this.timelines = timelines;
        this.assets = assets;
        this.jobs = jobs;
        this.renderer = renderer;
        this.interchanges = interchanges;
    }

    @Override
    public FilmExport start(Person person, ExportOrder order) {
        access.require(person, Action.EDIT, Optional.of(order.projectId()));
        TimelineRevision revision = timelines
                .newest(order.projectId())
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "timeline",
                        "The project has no timeline yet; make the film first, then export it."));
        refuseEarly(order, revision);
        UUID id = jobs.submit(List.of(job(order, revision))).get(0);
        return view(jobs.find(id).orElseThrow());
    }

    /** Asks the exporter for its plan now, so that an order that cannot be served is refused instead of failing later. */
    private void refuseEarly(ExportOrder order, TimelineRevision revision) {
        if (interchanges.find(order.exporter()).isPresent()) {
            return;
        }
        TimelineSnapshot timeline =
                Planning.timeline(Json.read(revision.snapshot(), TimelineSnapshot.class), order.aspect());
        try {
            renderer.plan(
                    order.exporter(),
                    Planning.request(order.preset(), order.parameters(), timeline),
                    timeline.canvas());
        } catch (MediaException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            e.kind() == MediaException.Kind.MISSING_PLUGIN ? "exporter" : "preset",
                            String.valueOf(e.getMessage()))),
                    e);
        }
    }

    private static NewJob job(ExportOrder order, TimelineRevision revision) {
        String input = Json.write(new ExportDocuments.Input(
                order.projectId(),
                revision.revision(),
                order.exporter(),
                order.preset(),
                order.aspect(),
                order.parameters()));
        return new NewJob(
                UUID.randomUUID(),
                Optional.of(order.projectId()),
                Optional.empty(),
                Queue.EXPORT,
                ExportDocuments.KIND,
                "Export " + (order.preset().isEmpty() ? order.exporter() : order.preset()),
                0,
                input,
                Optional.of(ExportDocuments.KIND + ":" + input),
                List.of(),
                Optional.empty(),
                Correlation.current().orElseGet(() -> UUID.randomUUID().toString()));
    }

    @Override
    public FilmExport find(Person person, UUID exportId) {
        Job job = jobs.find(exportId)
                .filter(found -> found.kind().equals(ExportDocuments.KIND))
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND, "exportId", "There is no export " + exportId + "; order a new one."));
        access.require(person, Action.VIEW, job.projectId());
        return view(job);
    }

    private FilmExport view(Job job) {
        if (job.state() != JobState.SUCCEEDED) {
            return new FilmExport(job, List.of(), List.of(), List.of());
        }
        ExportDocuments.Output output = Json.read(job.output(), ExportDocuments.Output.class);
        List<Asset> files = output.assets().stream()
                .map(assets::find)
                .flatMap(Optional::stream)
                .toList();
        return new FilmExport(job, files, output.checks(), output.findings().orElse(List.of()));
    }
}
