package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.domain.ledger.StoredTask;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome.Done;
import dev.evergreen.spi.provider.Outcome.Pending;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attempts of one call, each paid for: intent stored, sent, perhaps polled, settled. */
final class Attempts<Q extends Request<R>, R extends Result> {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Tools tools;
    private final Class<? extends Provider<Q, R>> capability;
    private final String digest;
    private final Optional<ResultCache.Prompt> prompt;
    private final CallOptions options;
    private final CallWatch watch;
    private final CallTrail trail;
    private final CallBooks books;
    private final TaskPolling<R> polling;

    Attempts(
            Tools tools,
            Class<? extends Provider<Q, R>> capability,
            String digest,
            Optional<ResultCache.Prompt> prompt,
            CallOptions options,
            CallWatch watch,
            CallTrail trail) {
        this.tools = tools;
        this.capability = capability;
        this.digest = digest;
        this.prompt = prompt;
        this.options = options;
        this.watch = watch;
        this.trail = trail;
        this.books = new CallBooks(tools, options, digest, trail);
        this.polling = new TaskPolling<>(tools, capability, watch);
    }

    /**
     * How an attempt ended.
     *
     * @param served the answer
     * @param failure empty as well when the provider had gone before anything began
     * @param bought whether a failure cost something, or may have
     */
    record Outcome<R extends Result>(Optional<Served<R>> served, Optional<ProviderException> failure, boolean bought) {
        static <R extends Result> Outcome<R> served(Served<R> answer) {
            return new Outcome<>(Optional.of(answer), Optional.empty(), false);
        }

        static <R extends Result> Outcome<R> notBegun() {
            return new Outcome<>(Optional.empty(), Optional.empty(), false);
        }

        static <R extends Result> Outcome<R> failed(ProviderException failure, boolean bought) {
            return new Outcome<>(Optional.empty(), Optional.of(failure), bought);
        }
    }

    Outcome<R> attempt(Candidate<Q> candidate) {
        Listing listing = candidate.listing();
        if (!listing.enter()) {
            return Outcome.notBegun();
        }
        UUID id = UUID.randomUUID();
        boolean handedOver = false;
        try {
            Optional<ProviderException> refused = books.reserve(id, candidate);
            if (refused.isPresent()) {
                return Outcome.failed(refused.get(), false);
            }
            books.sent(id);
            handedOver = true;
            return execute(id, candidate);
        } finally {
            if (!handedOver) {
                listing.exit();
            }
        }
    }

    /** The listing was entered; the plugin's thread leaves it. */
    private Outcome<R> execute(UUID id, Candidate<Q> candidate) {
        Listing listing = candidate.listing();
        @SuppressWarnings("unchecked")
        Provider<Q, R> provider = (Provider<Q, R>) listing.provider();
        Offer offer = candidate.offer();
        Asked<Q> asked = new Asked<>(
                id,
                candidate.key(),
                candidate.price(),
                candidate.request(),
                candidate.standing(),
                offer.region().equals(Routing.LOCAL),
                Optional.of(candidate.size()),
                needed(listing));
        return inScope(asked, scope -> {
            trail.warn(candidate.warnings());
            return polling.finish(asked.key(), scope, watch.run(scope, () -> {
                try {
                    return provider.execute(candidate.request(), offer, scope);
                } finally {
                    listing.exit();
                }
            }));
        });
    }

    private Duration needed(Listing listing) {
        return options.jobId().isEmpty() || listing.limits().isNone()
                ? Duration.ZERO
                : tools.settings().waiting().longest();
    }

    /** Goes on with an open call of the same job when it is about the same request. */
    Optional<Served<R>> resume(ProviderCall open, Q request) throws ProviderException {
        StoredTask stored = StoredTask.of(open);
        if (!stored.request().equals(digest)) {
            return Optional.empty();
        }
        OfferKey key = OfferKey.of(open);
        boolean free = open.reserved().isZero();
        switch (open.state()) {
            case INTENT -> books.released(open.id(), open.reserved(), "never sent");
            case SENT -> {
                if (!free) {
                    books.unknown(open.id(), open.reserved(), "interrupted after it was sent; it may have been bought");
                    throw CallBooks.mayHaveBeenBought(open);
                }
                books.released(open.id(), open.reserved(), "interrupted");
            }
            // Asking after a task buys nothing, even where its first call had an unclear end.
            case PENDING, UNKNOWN -> {
                if (stored.task().isPresent()) {
                    return Optional.of(goOn(open, key, stored.task().get(), request));
                }
                if (open.state() == ProviderCall.State.UNKNOWN) {
                    throw CallBooks.mayHaveBeenBought(open);
                }
            }
            case SETTLED, RELEASED -> LOG.debug("Call {} has ended", open.id());
        }
        return Optional.empty();
    }

    private Served<R> goOn(ProviderCall open, OfferKey key, Checkpoint task, Q request) throws ProviderException {
        trail.requested(key);
        Quote.Known price = new Quote.Known(open.reserved(), open.reserved(), Duration.ZERO);
        String standing = "went on with the task that was begun at " + open.createdAt();
        Asked<Q> asked = new Asked<>(open.id(), key, price, request, standing, false, Optional.empty(), Duration.ZERO);
        Outcome<R> outcome = inScope(asked, scope -> {
            scope.resume(task);
            return polling.finish(key, scope, new Pending<>(task, Duration.ZERO));
        });
        if (outcome.failure().isPresent()) {
            throw outcome.failure().get();
        }
        return outcome.served().orElseThrow();
    }

    /**
     * What is asked of whom.
     *
     * @param standing why it is asked
     * @param local whether the answer is made on this machine, so that its files may be opened as they are
     * @param size class of the request; empty where how long it takes says nothing about the offer
     * @param needed how long the job may need the answer again: while it waits for the turns of its further calls
     */
    private record Asked<Q>(
            UUID id,
            OfferKey key,
            Quote.Known price,
            Q request,
            String standing,
            boolean local,
            Optional<RequestSize> size,
            Duration needed) {}

    /** Work that ends with an answer of the provider. */
    private interface Work<R extends Result> {
        Done<R> run(CallScope scope) throws ProviderException;
    }

    private Outcome<R> inScope(Asked<Q> asked, Work<R> work) {
        UUID id = asked.id();
        OfferKey key = asked.key();
        OfferHealth health = tools.health().of(key);
        Instant begun = tools.clock().instant();
        health.begin();
        try (CallScope scope = new CallScope(
                id, digest, tools.workspaces().resolve(id.toString()), options, tools.ledger(), tools.downloads())) {
            watch.watch(scope);
            try {
                Done<R> done = work.run(scope);
                Served<R> served = settle(asked, scope, done, begun);
                return Outcome.served(served);
            } catch (ProviderException e) {
                trail.warn(scope.warnings());
                if (e instanceof CallWatch.PluginFailure
                        && asked.price().ceiling().isZero()
                        && isGone(key)) {
                    return replaced(asked, e);
                }
                return fail(asked, scope, e, begun);
            }
        } finally {
            health.ended();
        }
    }

    private Served<R> settle(Asked<Q> asked, CallScope scope, Done<R> done, Instant begun) throws ProviderException {
        UUID id = asked.id();
        OfferKey key = asked.key();
        Money charge = done.charge().orElse(asked.price().expected());
        ResultShelf.Shelved<R> shelved;
        try {
            Optional<Path> intake = asked.local() ? Optional.empty() : Optional.of(scope.realFolder());
            shelved = tools.shelf().store(done.result(), allowed(scope, asked.request()), key, intake);
        } catch (ProviderException e) {
            throw new ProviderException(
                    e.kind(), String.valueOf(e.getMessage()), e, Optional.empty(), Optional.of(charge));
        } catch (StorageException e) {
            // The vendor has done its part and is paid, whatever this node can do with it.
            books.settled(id, charge, String.valueOf(e.getMessage()));
            throw e;
        }
        books.settled(id, charge, "");
        Duration duration = Duration.between(begun, tools.clock().instant());
        OfferHealth health = tools.health().of(key);
        asked.size().ifPresentOrElse(size -> health.succeeded(size, duration), health::succeeded);
        trail.warn(scope.warnings());
        trail.attempt(key, CallTrail.SERVED, "", duration, charge);
        if (Capabilities.repeatable(capability)) {
            tools.shelf().keep(digest, shelved, asked.needed(), prompt);
        }
        return new Served<>(shelved.result(), shelved.files(), trail.served(key, asked.standing()), charge, false);
    }

    private Outcome<R> fail(Asked<Q> asked, CallScope scope, ProviderException e, Instant begun) {
        UUID id = asked.id();
        OfferKey key = asked.key();
        ErrorTable.Rule rule = ErrorTable.rule(e.kind());
        boolean goesOn = scope.task().isPresent() && e.kind() == ProviderException.Kind.TIMEOUT && watch.isLate();
        String message = String.valueOf(e.getMessage());
        if (goesOn) {
            // The vendor still works on it: the call stays open, and the job finds it when it runs again.
            LOG.info("{} still works on call {} at the deadline", key, id);
        }
        CallBooks.End end = books.failed(id, asked.price().ceiling(), e, goesOn);
        if (tools.health().failed(key, rule.health(), e)) {
            tools.alert().accept(key, e.kind() + ": " + message);
        }
        trail.attempt(
                key,
                e.kind().name(),
                message,
                Duration.between(begun, tools.clock().instant()),
                end.charge());
        LOG.info("{} did not serve call {} ({}): {}", key, id, e.kind(), message);
        return Outcome.failed(end.failure(), end.bought());
    }

    /** Its bundle stopped under the call: nothing was bought, and nobody is to blame. */
    private Outcome<R> replaced(Asked<Q> asked, ProviderException e) {
        LOG.info("{} went away while it served call {}; it is asked anew", asked.key(), asked.id(), e);
        books.released(asked.id(), asked.price().ceiling(), "the plugin was replaced");
        return Outcome.notBegun();
    }

    private boolean isGone(OfferKey key) {
        return tools.market().of(capability).stream()
                .noneMatch(listing -> listing.plugin().equals(key.plugin())
                        && listing.account().equals(key.account())
                        && !listing.isGone());
    }

    private static List<Path> allowed(CallScope scope, Object request) {
        List<Path> allowed = new ArrayList<>();
        for (Path path : MediaFiles.in(request).stream().map(MediaFile::path).toList()) {
            allowed.add(path.toAbsolutePath());
        }
        allowed.add(scope.realFolder());
        return allowed;
    }
}
