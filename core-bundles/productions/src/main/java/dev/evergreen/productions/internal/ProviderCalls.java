package dev.evergreen.productions.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.CallWaitsException;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.internal.StepData.Begin;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls providers on behalf of a step. */
@Component(service = ProviderCalls.class)
public final class ProviderCalls {
    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private final Orchestrator orchestrator;
    private final ProjectRepository projects;
    private final Jobs jobs;
    private final Tiers tiers;
    private final Clock clock;

    @Activate
    public ProviderCalls(
            @Reference Orchestrator orchestrator,
            @Reference ProjectRepository projects,
            @Reference Jobs jobs,
            @Reference Tiers tiers) {
        this(orchestrator, projects, jobs, tiers, Clock.systemUTC());
    }

    ProviderCalls(Orchestrator orchestrator, ProjectRepository projects, Jobs jobs, Tiers tiers, Clock clock) {
        this.orchestrator = orchestrator;
        this.projects = projects;
        this.jobs = jobs;
        this.tiers = tiers;
        this.clock = clock;
    }

    private Routing routing(Job job, Wanted wanted) {
        return new FilmRules(
                        job.parentId().flatMap(jobs::find).flatMap(ProviderCalls::ordered),
                        job.projectId().flatMap(projects::find).flatMap(project -> Routing.of(project.settings())),
                        orchestrator.standard(),
                        tiers)
                .of(wanted.routing(), wanted.tier());
    }

    private static Optional<Routing> ordered(Job production) {
        return production.kind().equals(Steps.PRODUCTION)
                ? Json.read(production.input(), Begin.class).request().routing()
                : Optional.empty();
    }

    /** Who started the production that the step belongs to. */
    private Optional<UUID> startedBy(Job step) {
        return step.parentId()
                .flatMap(jobs::find)
                .filter(parent -> parent.kind().equals(Steps.PRODUCTION))
                .flatMap(
                        production -> Json.read(production.input(), Begin.class).personId());
    }

    /**
     * @param wanted rules and quality of the step
     * @param progress receives 0 to 1
     */
    <Q extends Request<R>, R extends Result> Served<R> call(
            Class<? extends Provider<Q, R>> capability,
            Q request,
            JobContext job,
            Wanted wanted,
            DoubleConsumer progress)
            throws JobFailedException, TurnNotYet {
        CallOptions options = new CallOptions(
                routing(job.job(), wanted),
                job.job().projectId(),
                startedBy(job.job()),
                Optional.of(job.job().id()),
                job.job().correlationId(),
                clock.instant().plus(DEADLINE),
                new JobCancellation(job),
                progress,
                wanted.similar());
        try {
            return orchestrator.call(capability, request, options);
        } catch (CallWaitsException e) {
            Duration after = Duration.between(clock.instant(), e.until());
            throw new TurnNotYet(String.valueOf(e.getMessage()), after.isNegative() ? Duration.ZERO : after, e);
        } catch (CallFailedException e) {
            throw new JobFailedException(String.valueOf(e.getMessage()), retryAfter(e), e);
        }
    }

    /** Blob of one of the result's files. */
    static String digest(Served<?> served, MediaFile file) {
        BlobRef blob = served.files().get(file.path());
        if (blob == null) {
            throw new IllegalStateException("the orchestrator did not store " + file.path());
        }
        return blob.digest();
    }

    static BillLine bill(String item, Served<?> served) {
        String note = served.trail().similar().isPresent() ? served.trail().why() : "";
        return new BillLine(item, served.trail().served(), served.cached(), served.charge(), note);
    }

    /**
     * The orchestrator has tried every offer; only what passes by itself is worth another attempt later. What a vendor charged for a
     * failure is not paid again without a person's word.
     */
    private static Optional<Duration> retryAfter(CallFailedException e) {
        if (e.trail().attempts().stream().anyMatch(attempt -> !attempt.charge().isZero())) {
            return Optional.empty();
        }
        return switch (e.kind()) {
            case RATE_LIMITED, OVERLOADED, UNAVAILABLE, TIMEOUT -> Optional.of(Duration.ofSeconds(20));
            default -> Optional.empty();
        };
    }

    private record JobCancellation(JobContext job) implements CallOptions.Cancellation {
        @Override
        public boolean isCancelled() {
            try {
                job.throwIfCancelled();
                return false;
            } catch (CancellationException e) {
                return true;
            }
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return job.onCancel(action);
        }
    }
}
