package dev.evergreen.productions.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.productions.Production;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.internal.StepData.Checked;
import dev.evergreen.productions.internal.StepData.Exported;
import dev.evergreen.spi.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers what is known of a production from its steps. */
@Component(service = ProductionView.class)
public final class ProductionView {
    /** How much of the work a step of each kind usually is; only the proportions count. */
    private static final Map<String, Double> WEIGHTS = Map.of(
            Steps.PARSE, 0.2,
            Steps.DIVIDE, 0.5,
            Steps.NARRATE, 0.6,
            Steps.ILLUSTRATE, 1.2,
            Steps.COMPOSE, 2.0,
            Steps.ASSEMBLE, 0.3,
            Steps.CHECK, 3.0,
            Steps.EXPORT, 0.3);
    /** Rendering grows with the film, so its weight is counted by the shot. */
    private static final double RENDER_BY_SHOT = 3.5;

    private static final double ENOUGH_TO_TELL = 0.05;

    private final Jobs jobs;
    private final AssetRepository assets;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ProductionView(@Reference Jobs jobs, @Reference AssetRepository assets) {
        this.jobs = jobs;
        this.assets = assets;
    }

    Production of(Job job) {
        List<Job> steps = jobs.children(job.id());
        double done = done(steps);
        List<BillLine> bill = bill(steps);
        return new Production(
                withProgress(job, job.state() == JobState.SUCCEEDED ? 100 : (int) (done * 99)),
                steps,
                eta(job, done),
                film(steps),
                bill,
                bill.stream().map(BillLine::charge).reduce(Money.free(), Money::plus),
                checked(steps).map(Checked::findings).orElse(List.of()),
                checked(steps).flatMap(Checked::report).orElse(List.of()));
    }

    private static double done(List<Job> steps) {
        long shots = steps.stream()
                .filter(step -> step.kind().equals(Steps.ILLUSTRATE))
                .count();
        double all = 0;
        double done = 0;
        for (Job step : steps) {
            double weight =
                    step.kind().equals(Steps.RENDER) ? RENDER_BY_SHOT * shots : WEIGHTS.getOrDefault(step.kind(), 1.0);
            all += weight;
            done += weight * (step.state() == JobState.SUCCEEDED ? 100 : step.progress()) / 100;
        }
        // Before the script is divided nobody knows how much there is to do.
        return shots == 0 || all == 0 ? 0 : done / all;
    }

    private Optional<Duration> eta(Job job, double done) {
        if (job.state().isFinal() || done < ENOUGH_TO_TELL || job.startedAt().isEmpty()) {
            return Optional.empty();
        }
        Duration elapsed = Duration.between(job.startedAt().get(), clock.instant());
        return Optional.of(Duration.ofMillis(Math.max(0, Math.round(elapsed.toMillis() * (1 - done) / done))));
    }

    private Optional<Asset> film(List<Job> steps) {
        return succeeded(steps, Steps.EXPORT)
                .map(step -> Json.read(step.output(), Exported.class).film())
                .flatMap(assets::find);
    }

    private static Optional<Checked> checked(List<Job> steps) {
        return succeeded(steps, Steps.CHECK).map(step -> Json.read(step.output(), Checked.class));
    }

    private static Optional<Job> succeeded(List<Job> steps, String kind) {
        return steps.stream()
                .filter(step -> step.kind().equals(kind) && step.state() == JobState.SUCCEEDED)
                .findFirst();
    }

    private static List<BillLine> bill(List<Job> steps) {
        List<BillLine> bill = new ArrayList<>();
        for (Job step : steps) {
            if (step.state() == JobState.SUCCEEDED) {
                Json.read(step.output(), Billed.class).bill().ifPresent(bill::addAll);
            }
        }
        return bill;
    }

    private record Billed(Optional<List<BillLine>> bill) {}

    private static Job withProgress(Job job, int progress) {
        return new Job(
                job.id(),
                job.projectId(),
                job.parentId(),
                job.queue(),
                job.kind(),
                job.title(),
                job.state(),
                job.priority(),
                progress,
                job.stage(),
                job.input(),
                job.output(),
                job.error(),
                job.attempts(),
                job.fence(),
                job.correlationId(),
                job.createdAt(),
                job.startedAt(),
                job.completedAt());
    }
}
