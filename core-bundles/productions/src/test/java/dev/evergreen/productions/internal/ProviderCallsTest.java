package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.CallWaitsException;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.internal.StepData.Begin;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a step makes of its calls: which rules hold for them, and what becomes of one whose turn comes later. */
class ProviderCallsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID PROJECT = UUID.randomUUID();
    private static final UUID PRODUCTION = UUID.randomUUID();

    private final Map<UUID, Job> jobs = new HashMap<>();
    private final List<String> stages = new ArrayList<>();
    private final FakeOrchestrator orchestrator = new FakeOrchestrator();
    private String settings = "{}";
    private Optional<Offer.Tier> tier = Optional.empty();
    private final ProviderCalls calls = new ProviderCalls(
            orchestrator,
            new Projects(),
            new KnownJobs(),
            TierConfiguration.tiers(Map.of()),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aCallThatIsPutOffMakesTheJobARowUntilItsTurn() throws JobFailedException {
        produce(Optional.empty());
        orchestrator.until = NOW.plusSeconds(90);

        JobOutcome outcome = step(Optional.empty()).handle(new Context());

        assertEquals(new JobOutcome.Again(Duration.ofSeconds(90)), outcome);
        assertEquals(List.of("40 acme is asked within its limits"), stages);
    }

    @Test
    void aTurnThatHasComeMeanwhileIsTakenAtOnce() throws JobFailedException {
        produce(Optional.empty());
        orchestrator.until = NOW.minusSeconds(1);

        assertEquals(new JobOutcome.Again(Duration.ZERO), step(Optional.empty()).handle(new Context()));
    }

    @Test
    void anyOtherFailureIsStillOne() {
        produce(Optional.empty());

        JobFailedException failed = assertThrows(
                JobFailedException.class, () -> step(Optional.empty()).handle(new Context()));

        assertEquals(Optional.empty(), failed.retryAfter());
    }

    @Test
    void rulesOfTheShotGoBeforeTheProductionsAndThoseBeforeTheProjects() {
        produce(Optional.empty());
        assertEquals(Routing.by(Routing.Policy.BALANCED), asked(Optional.empty()), "the node's");

        settings = Routing.into("{}", Optional.of(Routing.by(Routing.Policy.CHEAPEST)));
        assertEquals(Routing.by(Routing.Policy.CHEAPEST), asked(Optional.empty()), "the project's");

        produce(Optional.of(Routing.pinned("painter")));
        assertEquals(Routing.pinned("painter"), asked(Optional.empty()), "the production's");

        assertEquals(Routing.pinned("other"), asked(Optional.of(Routing.pinned("other"))), "the shot's");
    }

    @Test
    void theTierLiesOverTheRulesThatHold() {
        produce(Optional.of(Routing.by(Routing.Policy.FASTEST)));
        tier = Optional.of(Offer.Tier.HIGH);
        assertEquals(Routing.by(Routing.Policy.BEST), asked(Optional.empty()));

        assertEquals(Routing.pinned("painter"), asked(Optional.of(Routing.pinned("painter"))), "pinned is pinned");

        tier = Optional.of(Offer.Tier.STANDARD);
        assertEquals(Routing.by(Routing.Policy.FASTEST), asked(Optional.empty()), "standard changes nothing");
    }

    @Test
    void whatWasChargedForAFailureIsNotPaidAgainWithoutAPerson() {
        produce(Optional.empty());
        orchestrator.failure = ProviderException.Kind.UNAVAILABLE;
        assertEquals(Optional.of(Duration.ofSeconds(20)), failed().retryAfter());

        orchestrator.charge = Money.usd("0.04");
        assertEquals(Optional.empty(), failed().retryAfter());
    }

    private JobFailedException failed() {
        return assertThrows(
                JobFailedException.class, () -> step(Optional.empty()).handle(new Context()));
    }

    private Routing asked(Optional<Routing> own) {
        assertThrows(JobFailedException.class, () -> step(own).handle(new Context()));
        return orchestrator.asked.get(orchestrator.asked.size() - 1);
    }

    private ProviderStep step(Optional<Routing> own) {
        return job -> {
            calls.call(
                    MusicComposer.class,
                    new MusicRequest("calm", "piano", Duration.ofSeconds(3), 1),
                    job,
                    new Wanted(own, tier, false),
                    done -> {});
            throw new AssertionError("nobody serves it");
        };
    }

    private void produce(Optional<Routing> routing) {
        ProductionRequest usual = ProductionRequest.DEFAULTS;
        ProductionRequest request = new ProductionRequest(
                usual.format(),
                usual.preset(),
                usual.voice(),
                usual.style(),
                usual.music(),
                usual.scene(),
                usual.captions(),
                usual.captionStyle(),
                routing,
                Optional.empty(),
                false,
                true);
        jobs.put(
                PRODUCTION,
                job(
                        PRODUCTION,
                        Optional.empty(),
                        Steps.PRODUCTION,
                        Json.write(new Begin(PROJECT, request, Optional.empty()))));
    }

    private static Job job(UUID id, Optional<UUID> parent, String kind, String input) {
        return new Job(
                id,
                Optional.of(PROJECT),
                parent,
                Queue.GENERATION,
                kind,
                "Compose",
                JobState.RUNNING,
                0,
                40,
                "",
                input,
                "{}",
                "",
                1,
                1,
                "test",
                NOW,
                Optional.of(NOW),
                Optional.empty());
    }

    private final class Context implements JobContext {
        @Override
        public Job job() {
            return ProviderCallsTest.job(UUID.randomUUID(), Optional.of(PRODUCTION), Steps.COMPOSE, "{}");
        }

        @Override
        public void progress(int percent, String stage) {
            stages.add(percent + " " + stage);
        }

        @Override
        public void throwIfCancelled() {
            // Nobody cancels.
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }

        @Override
        public String outputOf(UUID jobId) {
            throw new AssertionError("depends on nothing");
        }
    }

    private static final class FakeOrchestrator implements Orchestrator {
        final List<Routing> asked = new ArrayList<>();
        Instant until = Instant.MIN;
        ProviderException.Kind failure = ProviderException.Kind.UNSUPPORTED;
        Money charge = Money.free();

        @Override
        public <Q extends Request<R>, R extends Result> Served<R> call(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) throws CallFailedException {
            asked.add(options.routing());
            Trail.Attempt attempt = new Trail.Attempt("painter/oil", failure.name(), "no", Duration.ZERO, charge);
            Trail trail = new Trail("", "", "", List.of(attempt), List.of());
            throw until.equals(Instant.MIN)
                    ? new CallFailedException(failure, "Nobody can.", trail, null)
                    : new CallWaitsException("acme is asked within its limits", trail, until);
        }

        @Override
        public <Q extends Request<R>, R extends Result> Ranking rank(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
            throw new AssertionError("a step only calls");
        }

        @Override
        public <Q extends Request<R>, R extends Result> CallEstimate estimate(
                Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) {
            throw new AssertionError("a step only calls");
        }

        @Override
        public Routing standard() {
            return Routing.by(Routing.Policy.BALANCED);
        }

        @Override
        public List<OfferStatus> status() {
            throw new AssertionError("a step only calls");
        }
    }

    private final class KnownJobs implements Jobs {
        @Override
        public Optional<Job> find(UUID id) {
            return Optional.ofNullable(jobs.get(id));
        }

        @Override
        public List<UUID> submit(List<NewJob> drafts) {
            throw new AssertionError("a step only looks");
        }

        @Override
        public Page<Job> list(JobFilter filter, PageRequest page) {
            throw new AssertionError("a step only looks");
        }

        @Override
        public List<Job> children(UUID parentId) {
            throw new AssertionError("a step only looks");
        }

        @Override
        public void cancel(UUID id) {
            throw new AssertionError("a step only looks");
        }

        @Override
        public void retry(UUID id) {
            throw new AssertionError("a step only looks");
        }
    }

    private final class Projects implements ProjectRepository {
        @Override
        public Optional<Project> find(UUID id) {
            return Optional.of(new Project(id, UUID.randomUUID(), "Tide", "", "draft", settings, 1, NOW, NOW));
        }

        @Override
        public void add(Project project) {
            throw new AssertionError("a step only looks");
        }

        @Override
        public Page<Project> list(UUID ownerId, PageRequest page) {
            throw new AssertionError("a step only looks");
        }

        @Override
        public Project update(Project project) {
            throw new AssertionError("a step only looks");
        }

        @Override
        public boolean remove(UUID id) {
            throw new AssertionError("a step only looks");
        }
    }
}
