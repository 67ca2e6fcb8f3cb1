package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Quote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One offer looked at for one request.
 *
 * @param request what would be asked, possibly adjusted
 * @param warnings what was adjusted
 * @param quote the price; absent when it was never asked for or is unknown
 * @param obstacle why it is not asked; empty when it may be
 * @param figures what it is compared by
 * @param reason makes the words for why it stands where it stands; most are never read
 */
record Candidate<Q>(
        Listing listing,
        Offer offer,
        OfferKey key,
        Q request,
        List<String> warnings,
        Quote.@Nullable Known quote,
        Obstacle obstacle,
        Figures figures,
        Supplier<String> reason) {
    /** What keeps an offer from being asked. */
    enum Obstacle {
        NONE,
        /** It cannot, may not, or has no price: asking makes no sense. */
        UNFIT,
        /** It could serve, but nobody knows for how much, or in which currency's worth. */
        UNPRICED,
        /** Its circuit is open; it is asked when nobody else is left. */
        CIRCUIT,
        /** Its vendor asked to be left alone for a while. */
        COOLING
    }

    /**
     * What offers are compared by.
     *
     * @param dollars the expected price
     * @param untilTurn until it is the call's turn
     * @param seconds the wait and the work together
     * @param success 0 to 1
     * @param share of the calls that it gets while others can serve, 0 to 1
     */
    record Figures(double dollars, Duration untilTurn, double seconds, double success, double share) {
        static final Figures NONE = new Figures(0, Duration.ZERO, 0, 0, 1);
    }

    /** Why it stands where it stands, in words. */
    String standing() {
        return reason.get();
    }

    Candidate<Q> with(Obstacle newObstacle, Supplier<String> newReason) {
        return new Candidate<>(listing, offer, key, request, warnings, quote, newObstacle, figures, newReason);
    }

    Quote.Known price() {
        if (quote == null) {
            throw new IllegalStateException(key + " has no price: " + standing());
        }
        return quote;
    }

    /** Whether asking it makes no sense whatever happens in this call. */
    boolean isOut() {
        return obstacle == Obstacle.UNFIT || obstacle == Obstacle.UNPRICED;
    }

    /** Whether it costs nothing for certain. */
    boolean isFree() {
        return quote != null && quote.ceiling().isZero();
    }

    RequestSize size() {
        return RequestSize.of(price().duration());
    }

    Ranking.Candidate shown() {
        return new Ranking.Candidate(
                key.toString(),
                obstacle == Obstacle.NONE,
                standing(),
                Optional.ofNullable(quote).map(Quote.Known::expected),
                Optional.ofNullable(quote).map(Quote.Known::ceiling),
                Optional.ofNullable(quote).map(price -> Duration.ofMillis((long) (figures.seconds() * 1000))),
                figures.untilTurn(),
                figures.share());
    }
}
