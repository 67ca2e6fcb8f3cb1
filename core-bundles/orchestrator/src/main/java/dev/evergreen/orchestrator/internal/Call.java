package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One call: asks offers in their order until one serves it, or nobody is left. Used by the calling thread. */
final class Call<Q extends Request<R>, R extends Result> {
    private static final Duration FIRST_REST = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Tools tools;
    private final Class<? extends Provider<Q, R>> capability;
    private final Q request;
    private final CallOptions options;
    private final CallWatch watch;
    private final CallTrail trail = new CallTrail();
    private final Attempts<Q, R> attempts;

    /** Offers that are not asked any more in this call. */
    private final Set<OfferKey> out = new HashSet<>();

    /** Offers that are asked again only after a rest. */
    private final Set<OfferKey> resting = new HashSet<>();

    private final Map<OfferKey, Integer> tries = new HashMap<>();
    private @Nullable ProviderException latest;
    private int rests;

    Call(
            Tools tools,
            Class<? extends Provider<Q, R>> capability,
            Q request,
            String digest,
            CallOptions options,
            CallWatch watch) {
        this.tools = tools;
        this.capability = capability;
        this.request = request;
        this.options = options;
        this.watch = watch;
        this.attempts = new Attempts<>(tools, capability, digest, options, watch, trail);
    }

    Served<R> run() throws CallFailedException {
        try {
            Optional<Served<R>> resumed = resume();
            if (resumed.isPresent()) {
                return resumed.get();
            }
            tools.retries().firstAttempt();
            while (true) {
                watch.check();
                List<Candidate<Q>> ranked = tools.ranker().rank(capability, request, options);
                Optional<Candidate<Q>> next = choose(ranked);
                if (next.isEmpty()) {
                    if (!restForAChance(ranked)) {
                        throw nobody(ranked);
                    }
                    continue;
                }
                trail.requested(ranked.get(0).key());
                Optional<Served<R>> served = ask(next.get());
                if (served.isPresent()) {
                    return served.get();
                }
            }
        } catch (ProviderException e) {
            throw failed(e);
        }
    }

    /** Goes on with what an earlier run of the same job has begun, so that nothing is bought twice. */
    private Optional<Served<R>> resume() throws ProviderException {
        if (options.jobId().isEmpty()) {
            return Optional.empty();
        }
        for (ProviderCall open : tools.ledger().openOf(options.jobId().get())) {
            Optional<Served<R>> served = attempts.resume(open, request);
            if (served.isPresent()) {
                return served;
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate<Q>> choose(List<Candidate<Q>> ranked) {
        Optional<Candidate<Q>> best = first(ranked, Candidate.Obstacle.NONE);
        return best.isPresent() ? best : first(ranked, Candidate.Obstacle.CIRCUIT);
    }

    private Optional<Candidate<Q>> first(List<Candidate<Q>> ranked, Candidate.Obstacle obstacle) {
        return ranked.stream()
                .filter(candidate -> candidate.obstacle() == obstacle)
                .filter(candidate -> !out.contains(candidate.key()) && !resting.contains(candidate.key()))
                .findFirst();
    }

    private Optional<Served<R>> ask(Candidate<Q> candidate) throws ProviderException {
        OfferKey key = candidate.key();
        Attempts.Outcome<R> outcome = attempts.attempt(candidate);
        if (outcome.failure().isEmpty()) {
            return outcome.served();
        }
        ProviderException failure = outcome.failure().get();
        latest = failure;
        ErrorTable.Rule rule = ErrorTable.rule(failure.kind());
        boolean mayGoElsewhere = switch (rule.fallBack()) {
            case YES -> true;
            case NO -> false;
            case IF_POLICY -> options.routing().shopAroundRejected();
            case IF_NOTHING_BOUGHT -> !outcome.bought();
        };
        if (!mayGoElsewhere) {
            throw failure;
        }
        switch (rule.sameOffer()) {
            case NO -> out.add(key);
            case AFTER_COOL_DOWN -> resting.remove(key);
            case BOUNDED, RESUME -> {
                resting.add(key);
                if (tries.merge(key, 1, Integer::sum) > tools.settings().retries()) {
                    out.add(key);
                }
            }
        }
        return Optional.empty();
    }

    /** False when no waiting would help. */
    private boolean restForAChance(List<Candidate<Q>> ranked) {
        List<Candidate<Q>> left = ranked.stream()
                .filter(candidate -> !out.contains(candidate.key()))
                .filter(candidate -> candidate.obstacle() != Candidate.Obstacle.UNFIT)
                .toList();
        Optional<Instant> cooled = left.stream()
                .flatMap(candidate -> tools.health().of(candidate.key()).coolingUntil().stream())
                .filter(until -> until.isBefore(options.deadline()))
                .min(Instant::compareTo);
        if (left.stream().anyMatch(this::hasCooledMeanwhile)) {
            return true;
        }
        if (left.stream().anyMatch(candidate -> resting.contains(candidate.key()))
                && tools.retries().take()) {
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(rests++, 10));
            watch.rest(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
            resting.clear();
            return true;
        }
        if (cooled.isPresent()) {
            watch.rest(Duration.between(tools.clock().instant(), cooled.get()));
            return true;
        }
        return restForASwap();
    }

    private boolean hasCooledMeanwhile(Candidate<Q> candidate) {
        return candidate.obstacle() == Candidate.Obstacle.COOLING
                && tools.health().of(candidate.key()).coolingUntil().isEmpty();
    }

    /** A provider that went away moments ago may be on its way back in a newer version. */
    private boolean restForASwap() {
        Optional<Instant> back = tools.market()
                .lastDeparture(capability)
                .map(gone -> gone.plus(tools.settings().swap()));
        if (!trail.isEmpty() || back.filter(tools.clock().instant()::isBefore).isEmpty()) {
            return false;
        }
        watch.rest(Duration.between(tools.clock().instant(), back.get()));
        return true;
    }

    private ProviderException nobody(List<Candidate<Q>> ranked) {
        String what = capability.getSimpleName();
        if (latest != null) {
            return new ProviderException(
                    latest.kind(), "No offer served this " + what + " request: " + trail.summary(), latest);
        }
        if (ranked.isEmpty()) {
            return new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "No provider for " + what + " is there; install a plugin, or enable an account of one.");
        }
        String reasons = ranked.stream()
                .map(candidate -> candidate.key() + " " + candidate.standing())
                .collect(Collectors.joining("; "));
        return new ProviderException(
                ranked.stream().allMatch(candidate -> candidate.obstacle() == Candidate.Obstacle.UNFIT)
                        ? ProviderException.Kind.UNSUPPORTED
                        : ProviderException.Kind.RATE_LIMITED,
                "No offer can serve this " + what + " request: " + reasons);
    }

    private CallFailedException failed(ProviderException e) {
        ProviderException.Kind kind = e.kind();
        String message = Objects.requireNonNullElse(e.getMessage(), kind.name());
        return new CallFailedException(kind, message, trail.unserved(), e);
    }
}
