package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.CallWaitsException;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
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
    private final String digest;
    private final Optional<ResultCache.Prompt> prompt;
    private final TurnTaker turns;

    /** Decides, once for the call, whether offers that recover are asked. */
    private final double chance;

    /** Offers that are not asked any more in this call. */
    private final Set<OfferKey> out = new HashSet<>();

    /** Offers that are asked again only after a rest. */
    private final Set<OfferKey> resting = new HashSet<>();

    /** Offers whose turn comes later than anybody waits who does not come back. */
    private final Map<OfferKey, TurnTaker.Turn.Later> later = new HashMap<>();

    private final Map<OfferKey, Integer> tries = new HashMap<>();
    private @Nullable ProviderException latest;
    private int rests;

    /** Failed attempts that cost something, or may have. */
    private int boughtInVain;

    /** Whether the latest attempt reached its offer. */
    private boolean begun;

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
        this.prompt = Likeness.of(capability, request);
        this.attempts = new Attempts<>(tools, capability, digest, prompt, options, watch, trail);
        this.digest = digest;
        Bookings bookings = tools.turns().bookings(tools.market().of(capability), options, digest);
        this.turns = new TurnTaker(tools.turns(), bookings, options, digest, watch, trail, tools.clock());
        this.chance = tools.random().nextDouble();
    }

    Served<R> run() throws CallFailedException {
        try (turns) {
            Optional<Served<R>> resumed = resume();
            if (resumed.isPresent()) {
                return resumed.get();
            }
            tools.retries().firstAttempt();
            while (true) {
                watch.check();
                List<Candidate<Q>> ranked = tools.ranker().rank(capability, request, options, turns.bookings(), chance);
                Optional<Candidate<Q>> next = choose(ranked);
                if (next.isEmpty()) {
                    if (!later.isEmpty()) {
                        throw waits(Collections.min(later.values(), Comparator.comparing(TurnTaker.Turn.Later::until)));
                    }
                    if (!restForAChance(ranked)) {
                        throw nobody(ranked);
                    }
                    continue;
                }
                trail.requested(ranked.get(0).key());
                Optional<Served<R>> served = askInTurn(next.get(), ranked);
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
                .filter(this::isLeft)
                .findFirst();
    }

    private boolean isLeft(Candidate<Q> candidate) {
        OfferKey key = candidate.key();
        return !out.contains(key) && !resting.contains(key) && !later.containsKey(key);
    }

    /** Empty when the offers are to be compared anew. */
    private Optional<Served<R>> askInTurn(Candidate<Q> candidate, List<Candidate<Q>> ranked)
            throws ProviderException, CallWaitsException {
        if (candidate.listing().limits().isNone()) {
            return ask(candidate, ranked);
        }
        Optional<Map<String, Long>> units = units(candidate);
        if (units.isEmpty()) {
            return Optional.empty();
        }
        TurnTaker.Turn turn = turns.take(candidate, units.get());
        if (turn instanceof TurnTaker.Turn.Later comes) {
            putOff(candidate, comes);
            return Optional.empty();
        }
        if (turn instanceof TurnTaker.Turn.Now now) {
            begun = false;
            try {
                return ask(candidate, ranked);
            } finally {
                now.place().ifPresent(Turns.Place::close);
                if (!begun) {
                    turns.bookings().put(candidate.listing().vendor(), now.booking());
                }
            }
        }
        return Optional.empty();
    }

    /** What the call uses of the account's limits; empty when the service has just gone, or cannot say. */
    private Optional<Map<String, Long>> units(Candidate<Q> candidate) {
        if (!candidate.listing().enter()) {
            return Optional.empty();
        }
        try {
            @SuppressWarnings("unchecked")
            Provider<Q, R> provider = (Provider<Q, R>) candidate.listing().provider();
            return Optional.of(provider.units(candidate.request(), candidate.offer()));
        } catch (RuntimeException | LinkageError e) {
            latest = new CallWatch.PluginFailure(e);
            refused(candidate.key(), latest);
            return Optional.empty();
        } finally {
            candidate.listing().exit();
        }
    }

    /** A job comes back for its turn; anybody else asks the others meanwhile. */
    private void putOff(Candidate<Q> candidate, TurnTaker.Turn.Later comes) throws CallWaitsException {
        if (comes.kept()) {
            throw waits(comes);
        }
        if (options.jobId().isEmpty()) {
            later.put(candidate.key(), comes);
            return;
        }
        latest = new ProviderException(ProviderException.Kind.RATE_LIMITED, comes.words());
        refused(candidate.key(), latest);
    }

    /** It is not asked any more, and never was. */
    private void refused(OfferKey key, ProviderException why) {
        out.add(key);
        trail.attempt(key, why.kind().name(), String.valueOf(why.getMessage()), Duration.ZERO, Money.free());
    }

    private CallWaitsException waits(TurnTaker.Turn.Later comes) {
        return new CallWaitsException(
                comes.words()
                        + (comes.kept()
                                ? "; it is kept until " + comes.until() + " and an hour longer."
                                : ". Ask again at " + comes.until() + ", or raise the patience (waiting.seconds)."),
                trail.unserved(),
                comes.until());
    }

    private Attempts.Outcome<R> attempt(Candidate<Q> candidate, List<Candidate<Q>> ranked) throws ProviderException {
        Hedge<Q, R> hedge = new Hedge<>(tools, capability, digest, prompt, options, trail);
        Optional<Duration> slow = tools.health().of(candidate.key()).slow(candidate.size());
        Optional<Candidate<Q>> second =
                slow.isEmpty() ? Optional.empty() : hedge.second(candidate, ranked, this::isLeft);
        return second.isPresent()
                ? hedge.attempt(candidate, second.get(), slow.orElseThrow())
                : attempts.attempt(candidate);
    }

    private Optional<Served<R>> ask(Candidate<Q> candidate, List<Candidate<Q>> ranked) throws ProviderException {
        OfferKey key = candidate.key();
        Attempts.Outcome<R> outcome = attempt(candidate, ranked);
        begun = outcome.served().isPresent() || outcome.failure().isPresent();
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
        // What a call can cost at most is told before it is made; a vendor that charges for failures does not change
        // that.
        boolean exhausted =
                outcome.bought() && ++boughtInVain > tools.settings().retries();
        if (!mayGoElsewhere || exhausted) {
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
    private boolean restForAChance(List<Candidate<Q>> ranked) throws CallWaitsException {
        List<Candidate<Q>> left = ranked.stream()
                .filter(candidate -> !out.contains(candidate.key()))
                .filter(candidate -> !candidate.isOut())
                .toList();
        Optional<Instant> cooled = left.stream()
                .flatMap(candidate -> tools.health().of(candidate.key()).coolingUntil().stream())
                .filter(until -> until.isBefore(latestComeBack()))
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
            Duration rest = Duration.between(tools.clock().instant(), cooled.get());
            if (rest.compareTo(turns.patience()) > 0) {
                throw new CallWaitsException(
                        "The vendors ask to be left alone for " + Ranker.words(rest) + ": " + trail.summary(),
                        trail.unserved(),
                        cooled.get());
            }
            watch.rest(rest);
            return true;
        }
        return restForASwap();
    }

    /** A job comes back with another deadline. */
    private Instant latestComeBack() {
        return options.jobId().isEmpty()
                ? options.deadline()
                : tools.clock().instant().plus(turns.longest());
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
                ranked.stream().allMatch(Candidate::isOut)
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
