package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.domain.telemetry.Correlation;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an offer, and a second one as well when the first takes longer than nearly all of its calls; the first answer wins and the
 * other offer is told to stop. Only for offers that cost nothing, as both may do the work. Used by the calling thread.
 */
final class Hedge<Q extends Request<R>, R extends Result> {
    private static final Logger LOG = LoggerFactory.getLogger(Hedge.class);

    private final Tools tools;
    private final Class<? extends Provider<Q, R>> capability;
    private final String digest;
    private final Optional<ResultCache.Prompt> prompt;
    private final CallOptions options;
    private final CallTrail trail;

    Hedge(
            Tools tools,
            Class<? extends Provider<Q, R>> capability,
            String digest,
            Optional<ResultCache.Prompt> prompt,
            CallOptions options,
            CallTrail trail) {
        this.tools = tools;
        this.capability = capability;
        this.digest = digest;
        this.prompt = prompt;
        this.options = options;
        this.trail = trail;
    }

    /** A second offer to ask when the first takes long; only where neither costs anything, and for well ones without limits. */
    Optional<Candidate<Q>> second(Candidate<Q> first, List<Candidate<Q>> ranked, Predicate<Candidate<Q>> left) {
        if (!tools.settings().hedging() || !first.isFree()) {
            return Optional.empty();
        }
        return ranked.stream()
                .filter(candidate -> candidate.obstacle() == Candidate.Obstacle.NONE && candidate.isFree())
                .filter(candidate -> !candidate.key().equals(first.key()) && left.test(candidate))
                .filter(candidate -> candidate.listing().limits().isNone()
                        && candidate.figures().share() == 1
                        && tools.health().of(candidate.key()).circuit() == OfferHealth.Circuit.CLOSED)
                .findFirst();
    }

    /** One of the two, on a thread of its own. */
    private final class Runner {
        private final Candidate<Q> candidate;
        private final CallTrail own = new CallTrail(trail);
        private final Withdrawal withdrawal = new Withdrawal(options.cancellation());
        private final CompletableFuture<Attempts.Outcome<R>> end = new CompletableFuture<>();

        Runner(Candidate<Q> candidate) {
            this.candidate = candidate;
            CallOptions mine = new CallOptions(
                    options.routing(),
                    options.projectId(),
                    options.personId(),
                    options.jobId(),
                    options.correlationId(),
                    options.deadline(),
                    withdrawal,
                    options.progress());
            var unused = tools.threads().submit(Correlation.carry(() -> run(mine)));
        }

        private void run(CallOptions mine) {
            try (withdrawal;
                    CallWatch watch = new CallWatch(mine, tools.clock(), tools.threads())) {
                end.complete(new Attempts<>(tools, capability, digest, prompt, mine, watch, own).attempt(candidate));
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        }

        boolean hasServed() {
            return end.isDone()
                    && !end.isCompletedExceptionally()
                    && end.join().served().isPresent();
        }
    }

    /** @param after how long the first one has before the second is asked */
    Attempts.Outcome<R> attempt(Candidate<Q> candidate, Candidate<Q> other, Duration after) throws ProviderException {
        Runner first = new Runner(candidate);
        try {
            Attempts.Outcome<R> outcome = first.end.get(after.toMillis(), TimeUnit.MILLISECONDS);
            trail.takeOver(first.own);
            return outcome;
        } catch (TimeoutException e) {
            LOG.debug("{} takes longer than most of its calls; {} is asked as well", candidate.key(), other.key(), e);
        } catch (InterruptedException e) {
            throw interrupted(first);
        } catch (ExecutionException e) {
            throw failure(e);
        }
        tools.health().of(candidate.key()).hedged();
        Runner second = new Runner(other);
        try {
            CompletableFuture.anyOf(first.end, second.end).get();
            if (!first.hasServed() && !second.hasServed()) {
                CompletableFuture.allOf(first.end, second.end).get();
            }
        } catch (InterruptedException e) {
            second.withdrawal.withdraw();
            throw interrupted(first);
        } catch (ExecutionException e) {
            first.withdrawal.withdraw();
            second.withdrawal.withdraw();
            throw failure(e);
        }
        return decided(first, second, after);
    }

    private Attempts.Outcome<R> decided(Runner first, Runner second, Duration after) {
        Runner winner = first.hasServed() || !second.hasServed() ? first : second;
        Runner loser = winner == first ? second : first;
        loser.withdrawal.withdraw();
        trail.takeOver(winner.own);
        Attempts.Outcome<R> outcome = winner.end.join();
        if (outcome.served().isEmpty()) {
            return outcome;
        }
        Served<R> served = outcome.served().get();
        String why = "; " + second.candidate.key() + " was asked as well, as " + first.candidate.key()
                + " took longer than 95 % of its calls (" + Ranker.words(after) + "), and "
                + winner.candidate.key() + " answered first";
        List<Trail.Attempt> attempts = new ArrayList<>(served.trail().attempts());
        attempts.add(new Trail.Attempt(
                loser.candidate.key().toString(), "outrun", "another offer answered first", after, Money.free()));
        Trail told = new Trail(
                served.trail().requested(),
                served.trail().served(),
                served.trail().why() + why,
                attempts,
                served.trail().warnings());
        return Attempts.Outcome.served(
                new Served<>(served.result(), served.files(), told, served.charge(), served.cached()));
    }

    private ProviderException interrupted(Runner first) {
        first.withdrawal.withdraw();
        Thread.currentThread().interrupt();
        return new ProviderException(ProviderException.Kind.CANCELLED, "The caller was interrupted");
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("An attempt failed in a way that it never should", e);
    }

    /** Gives one attempt up, by itself or with the whole call. */
    private static final class Withdrawal implements CallOptions.Cancellation, AutoCloseable {
        private final CompletableFuture<Void> withdrawn = new CompletableFuture<>();
        private final AutoCloseable subscription;

        Withdrawal(CallOptions.Cancellation whole) {
            subscription = whole.onCancel(this::withdraw);
        }

        void withdraw() {
            withdrawn.complete(null);
        }

        @Override
        public boolean isCancelled() {
            return withdrawn.isDone();
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            CompletableFuture<Void> told = withdrawn.thenRun(action);
            return () -> told.cancel(false);
        }

        @Override
        public void close() {
            try {
                subscription.close();
            } catch (Exception e) {
                LOG.debug("The caller's cancellation cannot be unsubscribed", e);
            }
        }
    }
}
