package dev.evergreen.orchestrator;

import java.time.Duration;
import java.time.Instant;
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
        String explanation) {}
