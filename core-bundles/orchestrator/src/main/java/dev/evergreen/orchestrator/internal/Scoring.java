package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.internal.Candidate.Figures;
import dev.evergreen.spi.provider.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Puts offers in the order of a policy. What equal ones differ in last is people's order of accounts, then their names. */
final class Scoring<Q> {
    private static final double MILLIS = 1000;
    private static final int HIGHEST = Offer.Tier.values().length - 1;

    private final Settings.Weights weights;
    private final Routing.Policy policy;
    private final AccountOrder.Known accounts;

    Scoring(Settings.Weights weights, Routing.Policy policy, AccountOrder.Known accounts) {
        this.weights = weights;
        this.policy = policy;
        this.accounts = accounts;
    }

    private record Scored<Q>(Candidate<Q> candidate, Figures figures, int tier, double score) {}

    List<Candidate<Q>> order(List<Candidate<Q>> eligible) {
        Extent prices = new Extent();
        Extent times = new Extent();
        for (Candidate<Q> candidate : eligible) {
            prices.take(candidate.figures().dollars());
            times.take(candidate.figures().seconds());
        }
        List<Scored<Q>> scored = new ArrayList<>(eligible.size());
        for (Candidate<Q> candidate : eligible) {
            Figures figures = candidate.figures();
            int tier = candidate.offer().tier().ordinal();
            double score = weights.price() * prices.share(figures.dollars())
                    + weights.latency() * times.share(figures.seconds())
                    + weights.quality() * tier / HIGHEST
                    + weights.success() * figures.success();
            scored.add(new Scored<>(candidate, figures, tier, score));
        }
        scored.sort(comparator());
        List<Candidate<Q>> ordered = new ArrayList<>(scored.size());
        for (Scored<Q> one : scored) {
            Candidate<Q> candidate = one.candidate();
            Supplier<String> before = candidate.reason();
            ordered.add(candidate.with(candidate.obstacle(), () -> words(candidate, one.score(), before)));
        }
        return ordered;
    }

    private Comparator<Scored<Q>> comparator() {
        Comparator<Scored<Q>> first = switch (policy) {
            case CHEAPEST ->
                (one, other) -> first(
                        Double.compare(one.figures().dollars(), other.figures().dollars()),
                        Integer.compare(other.tier(), one.tier()),
                        Double.compare(one.figures().seconds(), other.figures().seconds()));
            case FASTEST ->
                (one, other) -> first(
                        Double.compare(one.figures().seconds(), other.figures().seconds()),
                        Double.compare(one.figures().dollars(), other.figures().dollars()),
                        0);
            case BEST ->
                (one, other) -> first(
                        Integer.compare(other.tier(), one.tier()),
                        Double.compare(other.figures().success(), one.figures().success()),
                        Double.compare(one.figures().dollars(), other.figures().dollars()));
            case BALANCED, PINNED -> (one, other) -> Double.compare(other.score(), one.score());
        };
        return first.thenComparing(one -> one.figures().untilTurn())
                .thenComparingInt(one -> accounts.position(
                        one.candidate().listing().plugin(),
                        one.candidate().listing().account()))
                .thenComparing(one -> one.candidate().key().toString());
    }

    private static int first(int one, int two, int three) {
        return one != 0 ? one : two != 0 ? two : three;
    }

    private String words(Candidate<Q> candidate, double score, Supplier<String> before) {
        Figures figures = candidate.figures();
        StringBuilder words = new StringBuilder(policy.name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(candidate.price().expected())
                .append(" (at most ")
                .append(candidate.price().ceiling())
                .append("), about ")
                .append(Ranker.words(Duration.ofMillis((long) (figures.seconds() * MILLIS))));
        if (!figures.untilTurn().isZero()) {
            words.append(" of which ")
                    .append(Ranker.words(figures.untilTurn()))
                    .append(" are waited for its turn (")
                    .append(candidate.listing().limits().rateWords())
                    .append(')');
        }
        words.append(", ")
                .append(candidate.offer().tier().name().toLowerCase(Locale.ROOT))
                .append(" quality, ")
                .append(Math.round(figures.success() * 100))
                .append(" % success, score ")
                .append(BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP));
        if (figures.share() < 1) {
            words.append("; recovers: it gets ")
                    .append(Math.round(figures.share() * 100))
                    .append(" % of the calls that others can serve too");
        }
        return Ranker.isPlain(before)
                ? words.toString()
                : words.append("; ").append(before.get()).toString();
    }

    /** The least and the most of some figures. */
    private static final class Extent {
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        void take(double value) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }

        /** 1 for the least of all, 0 for the most. */
        double share(double value) {
            return most == least ? 1 : (most - value) / (most - least);
        }
    }
}
