package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.telemetry.Correlation;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.spi.provider.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for what happens first: an answer, the caller giving up, the deadline. One for each call; used by the calling thread. */
final class CallWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);

    /** A plugin that was told to stop is interrupted after that time, ... */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    /** ... and left behind after that. */
    private static final Duration LAST_GRACE = Duration.ofMillis(1_000);

    private final CallOptions options;
    private final Clock clock;
    private final ExecutorService threads;
    private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
    private final List<CallScope> scopes = new CopyOnWriteArrayList<>();
    private final AutoCloseable subscription;
    private volatile boolean resting;
    private volatile CompletableFuture<Void> news = new CompletableFuture<>();

    CallWatch(CallOptions options, Clock clock, ExecutorService threads) {
        this.options = options;
        this.clock = clock;
        this.threads = threads;
        this.subscription = options.cancellation().onCancel(this::giveUp);
    }

    /** Tells the scope when the caller gives up. */
    void watch(CallScope scope) {
        scopes.add(scope);
        if (isGivenUp()) {
            scope.cancel();
        }
    }

    boolean isGivenUp() {
        return givenUp.isDone() || options.cancellation().isCancelled();
    }

    Duration left() {
        return Duration.between(clock.instant(), options.deadline());
    }

    boolean isLate() {
        Duration left = left();
        return left.isNegative() || left.isZero();
    }

    /** Throws CANCELLED or TIMEOUT when going on makes no sense. */
    void check() throws ProviderException {
        if (isGivenUp()) {
            throw cancelled();
        }
        if (isLate()) {
            throw late();
        }
    }

    /** Ends a {@link #rest} of this call. */
    void tell() {
        news.complete(null);
    }

    /** Whether it waits: for a turn, for a vendor that cools down, between two attempts. */
    boolean isResting() {
        return resting;
    }

    /** Returns after that time, when told, or when the caller gives up or the deadline comes. */
    void rest(Duration time) {
        CompletableFuture<Void> awaited = news;
        Instant until = clock.instant().plus(time);
        Instant latest = until.isAfter(options.deadline()) ? options.deadline() : until;
        resting = true;
        try {
            CompletableFuture.anyOf(givenUp, awaited)
                    .get(Math.max(1, Duration.between(clock.instant(), latest).toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.trace("Rested until {}", latest, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Signals do not fail", e);
        } finally {
            resting = false;
        }
        if (awaited.isDone()) {
            news = new CompletableFuture<>();
        }
    }

    /** Lets a plugin work in a thread of its own, so that it can be left behind. */
    <T> T run(CallScope scope, Callable<T> work) throws ProviderException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Future<?> thread = threads.submit(Correlation.carry(() -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        }));
        try {
            CompletableFuture.anyOf(settled(answer), givenUp)
                    .get(Math.max(1, left().toMillis()), TimeUnit.MILLISECONDS);
            if (answer.isDone()) {
                return value(answer);
            }
            return leave(scope, answer, thread, cancelled());
        } catch (TimeoutException e) {
            return leave(scope, answer, thread, late());
        } catch (InterruptedException e) {
            scope.cancel();
            thread.cancel(true);
            Thread.currentThread().interrupt();
            throw cancelled();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Signals do not fail", e);
        }
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.debug("The caller's cancellation cannot be unsubscribed", e);
        }
    }

    private static <T> CompletableFuture<Void> settled(CompletableFuture<T> answer) {
        return answer.handle((value, failure) -> null);
    }

    private static <T> T leave(CallScope scope, CompletableFuture<T> answer, Future<?> thread, ProviderException reason)
            throws ProviderException {
        scope.cancel();
        for (Duration grace : List.of(GRACE, LAST_GRACE)) {
            try {
                settled(answer).get(grace.toMillis(), TimeUnit.MILLISECONDS);
                return value(answer);
            } catch (ProviderException e) {
                throw e.kind() == ProviderException.Kind.CANCELLED ? because(reason, e) : e;
            } catch (TimeoutException e) {
                thread.cancel(true);
            } catch (InterruptedException e) {
                thread.cancel(true);
                Thread.currentThread().interrupt();
                throw reason;
            } catch (ExecutionException e) {
                throw new IllegalStateException("Signals do not fail", e);
            }
        }
        LOG.warn("The plugin serving call {} does not stop and is left behind", scope.id());
        throw reason;
    }

    /** A plugin that stopped as it was told says so; why it was told is what the caller wants to know. */
    private static ProviderException because(ProviderException reason, ProviderException stopped) {
        return new ProviderException(
                reason.kind(), String.valueOf(reason.getMessage()), stopped, Optional.empty(), stopped.charge());
    }

    private static <T> T value(CompletableFuture<T> answer) throws ProviderException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderException failure) {
                throw failure;
            }
            throw new PluginFailure(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("A finished answer is not waited for", e);
        }
    }

    private void giveUp() {
        givenUp.complete(null);
        scopes.forEach(CallScope::cancel);
    }

    private ProviderException cancelled() {
        return new ProviderException(ProviderException.Kind.CANCELLED, "The caller gave up");
    }

    private ProviderException late() {
        return new ProviderException(
                ProviderException.Kind.TIMEOUT, "No answer came before the deadline " + options.deadline());
    }

    /** A plugin threw what the contract does not know. */
    static final class PluginFailure extends ProviderException {
        private static final long serialVersionUID = 1L;

        PluginFailure(Throwable cause) {
            super(Kind.BAD_RESPONSE, "The plugin failed: " + cause, cause);
        }
    }
}
