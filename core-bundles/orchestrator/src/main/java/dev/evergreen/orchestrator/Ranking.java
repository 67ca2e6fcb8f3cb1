package dev.evergreen.orchestrator;

import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The candidates for a request, best first, then the rejected ones.
 *
 * @param candidates every live offer of the capability
 */
public record Ranking(List<Candidate> candidates) {
    public Ranking {
        candidates = List.copyOf(candidates);
    }

    /**
     * @param offer {@code plugin/account/offer}
     * @param eligible whether it would be tried
     * @param reason why it stands where it stands, or why it is rejected
     * @param expected expected price; empty when unknown
     * @param ceiling the most it can cost; empty when unknown
     * @param duration how long it will probably take, the wait for its turn included; empty when it was not asked for a quote
     * @param untilTurn until its account may be asked, as this node last heard; zero for at once
     * @param share of the calls that it gets while others can serve too, 0 to 1; below 1 while it recovers from an outage
     */
    public record Candidate(
            String offer,
            boolean eligible,
            String reason,
            Optional<Money> expected,
            Optional<Money> ceiling,
            Optional<Duration> duration,
            Duration untilTurn,
            double share) {}
}
