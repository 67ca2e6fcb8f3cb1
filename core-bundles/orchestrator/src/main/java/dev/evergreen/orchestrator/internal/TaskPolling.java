package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Result;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a vendor's task to its end. Between polls no service is held, so its plugin may be replaced meanwhile. */
final class TaskPolling<R extends Result> {
    private static final Logger LOG = LoggerFactory.getLogger(TaskPolling.class);
    private static final int MOST_FAILURES = 5;
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration REST_FOR_PLUGIN = Duration.ofSeconds(1);

    private final Tools tools;
    private final Class<?> capability;
    private final CallWatch watch;

    TaskPolling(Tools tools, Class<?> capability, CallWatch watch) {
        this.tools = tools;
        this.capability = capability;
        this.watch = watch;
    }

    Outcome.Done<R> finish(OfferKey key, CallScope scope, Outcome<R> first) throws ProviderException {
        Outcome<R> outcome = first;
        int failures = 0;
        while (outcome instanceof Outcome.Pending<R> pending) {
            if (!scope.task().equals(Optional.of(pending.checkpoint()))) {
                scope.checkpoint(pending.checkpoint());
            }
            rest(key, scope, pending);
            try {
                outcome = poll(key, scope, pending.checkpoint());
                failures = 0;
            } catch (ProviderException e) {
                failures++;
                if (!passes(e) || failures > MOST_FAILURES) {
                    throw e;
                }
                LOG.info("{} cannot tell how its task is ({}); it is asked again", key, e.getMessage());
                outcome = new Outcome.Pending<>(
                        pending.checkpoint(), e.retryAfter().orElse(REST_AFTER_FAILURE.multipliedBy(failures)));
            }
        }
        return (Outcome.Done<R>) outcome;
    }

    private void rest(OfferKey key, CallScope scope, Outcome.Pending<R> pending) throws ProviderException {
        if (!pending.pollAfter().isZero()) {
            Duration rest = pending.pollAfter().compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : pending.pollAfter();
            watch.rest(rest);
        }
        if (watch.isGivenUp()) {
            cancel(key, scope, pending.checkpoint());
        }
        watch.check();
    }

    private Outcome<R> poll(OfferKey key, CallScope scope, Checkpoint task) throws ProviderException {
        while (true) {
            Optional<Listing> listing = enter(key);
            if (listing.isPresent()) {
                Pollable<R> pollable = pollable(listing.get());
                return watch.run(scope, () -> {
                    try {
                        return pollable.poll(task, scope);
                    } finally {
                        listing.get().exit();
                    }
                });
            }
            watch.rest(REST_FOR_PLUGIN);
            watch.check();
        }
    }

    /** The newest service of that plugin and account that can poll, entered. */
    private Optional<Listing> enter(OfferKey key) {
        return tools.market().of(capability).stream()
                .filter(listing -> listing.plugin().equals(key.plugin())
                        && listing.account().equals(key.account())
                        && listing.provider() instanceof Pollable<?>)
                .filter(Listing::enter)
                .findFirst();
    }

    private void cancel(OfferKey key, CallScope scope, Checkpoint task) {
        enter(key).ifPresent(listing -> {
            try {
                pollable(listing).cancel(task, scope);
            } catch (ProviderException | RuntimeException e) {
                LOG.warn("{} could not be asked to stop its task", key, e);
            } finally {
                listing.exit();
            }
        });
    }

    @SuppressWarnings("unchecked")
    private Pollable<R> pollable(Listing listing) {
        return (Pollable<R>) listing.provider();
    }

    private static boolean passes(ProviderException e) {
        return switch (e.kind()) {
            case RATE_LIMITED, OVERLOADED, UNAVAILABLE, TIMEOUT -> true;
            case BAD_RESPONSE -> !(e instanceof CallWatch.PluginFailure);
            default -> false;
        };
    }
}
