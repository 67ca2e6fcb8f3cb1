package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Of equal calls at the same time one is made; the others wait for its answer. */
final class SingleFlight {
    private final Map<String, CompletableFuture<Served<?>>> flights = new ConcurrentHashMap<>();

    /** Makes the call. */
    interface Leader<R extends Result> {
        Served<R> call() throws CallFailedException;
    }

    <R extends Result> Served<R> fly(String key, CallOptions options, Leader<R> leader) throws CallFailedException {
        while (true) {
            CompletableFuture<Served<?>> mine = new CompletableFuture<>();
            CompletableFuture<Served<?>> flying = flights.putIfAbsent(key, mine);
            if (flying == null) {
                return lead(key, mine, leader);
            }
            if (await(flying, options)) {
                return shared(flying);
            }
            // Whoever made the call failed in a way that says nothing about ours: it is made again.
        }
    }

    private <R extends Result> Served<R> lead(String key, CompletableFuture<Served<?>> flight, Leader<R> leader)
            throws CallFailedException {
        try {
            Served<R> served = leader.call();
            flight.complete(served);
            return served;
        } finally {
            flights.remove(key, flight);
            // Without an answer the others go on by themselves.
            flight.cancel(false);
        }
    }

    /** True when the flight brought an answer. */
    private static boolean await(CompletableFuture<Served<?>> flight, CallOptions options) throws CallFailedException {
        CompletableFuture<Void> ended = flight.handle((served, failure) -> null);
        CompletableFuture<Void> givenUp = new CompletableFuture<>();
        try (AutoCloseable subscription = options.cancellation().onCancel(() -> givenUp.complete(null))) {
            long left = Duration.between(Instant.now(), options.deadline()).toMillis();
            CompletableFuture.anyOf(ended, givenUp).get(Math.max(1, left), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failed(ProviderException.Kind.TIMEOUT, "No answer came before the deadline", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(ProviderException.Kind.CANCELLED, "The caller was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Signals do not fail", e);
        } catch (Exception e) {
            throw new IllegalStateException("Unsubscribing does not fail", e);
        }
        if (!flight.isDone()) {
            throw failed(ProviderException.Kind.CANCELLED, "The caller gave up", null);
        }
        return !flight.isCompletedExceptionally();
    }

    @SuppressWarnings("unchecked")
    private static <R extends Result> Served<R> shared(CompletableFuture<Served<?>> flight) {
        Served<R> served = (Served<R>) flight.getNow(null);
        return new Served<>(served.result(), served.files(), served.trail(), Money.free(), true);
    }

    private static CallFailedException failed(ProviderException.Kind kind, String message, @Nullable Throwable cause) {
        return new CallFailedException(
                kind, message, new Trail("", "", "an equal call was under way", List.of(), List.of()), cause);
    }
}
