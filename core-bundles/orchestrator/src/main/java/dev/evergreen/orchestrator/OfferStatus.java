package dev.evergreen.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Health and use of one offer on this node.
 *
 * @param capability simple name of the service interface
 * @param plugin plugin id
 * @param account account name, empty where none is needed
 * @param offer the offer's id
 * @param circuit {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}
 * @param coolDownUntil when it may be asked again
 * @param latency moving average; empty before the first call
 * @param successRate 0 to 1
 * @param calls number of attempts since the node started
 * @param share of the calls that it gets while others can serve too, 0 to 1; below 1 while it recovers from an outage
 * @param latencies moving average by the size of the request ({@code small}, {@code medium}, {@code large}, {@code huge})
 * @param probes how often its vendor was asked how it is, for nothing
 * @param hedges how often another offer was asked as well, because this one took long
 * @param limits what the vendor lets the account do, and who says so; empty for no limits
 * @param untilTurn until the account may be asked again within its limits, as this node last heard; zero for at once
 * @param explanation the state in words
 */
public record OfferStatus(
        String capability,
        String plugin,
        String account,
        String offer,
        String title,
        String circuit,
        Optional<Instant> coolDownUntil,
        Optional<Duration> latency,
        double successRate,
        long calls,
        double share,
        Map<String, Duration> latencies,
        long probes,
        long hedges,
        String limits,
        Duration untilTurn,
        String explanation) {
    public OfferStatus {
        latencies = Map.copyOf(latencies);
    }
}
