package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Quote;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One offer looked at for one request.
 *
 * @param request what would be asked, possibly adjusted
 * @param warnings what was adjusted
 * @param quote the price; absent when it was never asked for or is unknown
 * @param obstacle why it is not asked; empty when it may be
 * @param standing why it stands where it stands
 */
record Candidate<Q>(
        Listing listing,
        Offer offer,
        OfferKey key,
        Q request,
        List<String> warnings,
        Quote.@Nullable Known quote,
        Obstacle obstacle,
        String standing,
        double score) {
    /** What keeps an offer from being asked. */
    enum Obstacle {
        NONE,
        /** It cannot, may not, or has no price: asking makes no sense. */
        UNFIT,
        /** Its circuit is open; it is asked when nobody else is left. */
        CIRCUIT,
        /** Its vendor asked to be left alone for a while. */
        COOLING
    }

    Candidate<Q> ranked(double newScore, String newStanding) {
        return new Candidate<>(listing, offer, key, request, warnings, quote, obstacle, newStanding, newScore);
    }

    Candidate<Q> admitted() {
        return new Candidate<>(
                listing,
                offer,
                key,
                request,
                warnings,
                quote,
                Obstacle.NONE,
                standing + "; asked all the same, as nobody else is left",
                score);
    }

    Quote.Known price() {
        if (quote == null) {
            throw new IllegalStateException(key + " has no price: " + standing);
        }
        return quote;
    }

    Ranking.Candidate shown() {
        return new Ranking.Candidate(
                key.toString(),
                obstacle == Obstacle.NONE,
                standing,
                Optional.ofNullable(quote).map(Quote.Known::expected),
                Optional.ofNullable(quote).map(Quote.Known::ceiling));
    }
}
