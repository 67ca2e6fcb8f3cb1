package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallEstimate.Standing;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prices a call by the ranking that the call itself goes by. At most it costs what the dearest offer costs that may be asked, as often as
 * attempts can be charged for in one call: {@link Call} ends with the attempt after the last retry, whoever was asked.
 */
final class Estimator {
    private final Ranker ranker;
    private final Turns turns;
    private final Settings settings;

    Estimator(Ranker ranker, Turns turns, Settings settings) {
        this.ranker = ranker;
        this.turns = turns;
        this.settings = settings;
    }

    /** Of a call that no kept result answers. */
    <Q extends Request<R>, R extends Result> CallEstimate fresh(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options, String digest) {
        List<Candidate<Q>> ranked = ranker.rank(capability, request, options, turns.noBookings(), Ranker.NO_CHANCE);
        List<Candidate<Q>> asked =
                ranked.stream().filter(candidate -> !candidate.isOut()).toList();
        boolean repeats =
                Capabilities.repeatable(capability) && !settings.resultTtl().isZero();
        if (asked.isEmpty()) {
            boolean unpriced =
                    ranked.stream().anyMatch(candidate -> candidate.obstacle() == Candidate.Obstacle.UNPRICED);
            return new CallEstimate(
                    unpriced ? Standing.UNPRICED : Standing.UNSERVED,
                    digest,
                    repeats,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Money.free(),
                    objections(capability, ranked));
        }
        Candidate<Q> first = asked.get(0);
        Money dearest = asked.stream()
                .map(candidate -> ranker.inDollars(candidate.price().ceiling()))
                .max(Money::compareTo)
                .orElseThrow();
        return new CallEstimate(
                Standing.PRICED,
                digest,
                repeats,
                first.key().toString(),
                Optional.of(ranker.inDollars(first.price().expected())),
                Optional.of(dearest.times(BigDecimal.valueOf(settings.retries() + 1L))),
                Money.free(),
                first.standing());
    }

    /** The same call when an earlier result answers it. */
    static CallEstimate kept(CallEstimate fresh, String servedBy, String why) {
        return new CallEstimate(
                Standing.KEPT,
                fresh.request(),
                fresh.repeats(),
                servedBy,
                Optional.of(Money.free()),
                Optional.of(Money.free()),
                fresh.expected().orElse(Money.free()),
                why);
    }

    private static <Q> String objections(Class<?> capability, List<Candidate<Q>> ranked) {
        return ranked.isEmpty()
                ? "no provider for " + capability.getSimpleName()
                        + " is there; install a plugin, or enable an account of one"
                : ranked.stream()
                        .map(candidate -> candidate.key() + " " + candidate.standing())
                        .collect(Collectors.joining("; "));
    }
}
