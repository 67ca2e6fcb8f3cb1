package dev.evergreen.api.internal.view;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.project.FilmFinding;
import dev.evergreen.productions.Production;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A production as it stands. */
public record ProductionView(
        UUID id,
        JobView job,
        List<JobView> steps,
        Optional<Double> etaSeconds,
        Optional<AssetView> film,
        List<BillLineView> bill,
        MoneyView total,
        List<String> checks,
        List<FilmFinding> findings,
        Map<String, String> links) {
    private static final double MILLIS = 1000;

    public static ProductionView of(Production production) {
        Job job = production.job();
        return new ProductionView(
                job.id(),
                JobView.of(job),
                production.steps().stream().map(JobView::of).toList(),
                production.eta().map(eta -> eta.toMillis() / MILLIS),
                production.film().map(AssetView::of),
                production.bill().stream().map(BillLineView::of).toList(),
                MoneyView.of(production.total()),
                production.checks(),
                production.findings(),
                links(production));
    }

    private static Map<String, String> links(Production production) {
        Job job = production.job();
        String self = Links.production(job.id());
        Links links = Links.self(self).and("job", Links.job(job.id()));
        job.projectId()
                .ifPresent(project -> links.and("project", Links.project(project))
                        .and("timeline", Links.project(project) + "/timeline"));
        production.film().ifPresent(film -> links.and("film", Links.media(film.id())));
        if (!job.state().isFinal()) {
            links.and("cancel", self + "/cancel");
        } else if (job.state() != JobState.SUCCEEDED) {
            links.and("retry", self + "/retry");
        }
        return links.map();
    }

    /** What was bought for the film. */
    public record BillLineView(String item, String provider, boolean cached, MoneyView charge, Optional<String> note) {
        static BillLineView of(Production.BillLine line) {
            return new BillLineView(
                    line.item(),
                    line.provider(),
                    line.cached(),
                    MoneyView.of(line.charge()),
                    Optional.of(line.note()).filter(note -> !note.isEmpty()));
        }
    }
}
