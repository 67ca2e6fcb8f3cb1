package dev.evergreen.domain.ledger;

import dev.evergreen.spi.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the append-only ledger.
 *
 * @param amount for RESERVE what is held, for SETTLE what was charged, for RELEASE what is given back,
 *     for RECONCILE what an UNKNOWN call turned out to have cost
 */
public record LedgerEntry(UUID id, UUID callId, Optional<UUID> projectId, Kind kind, Money amount, Instant at) {
    /** What the line does. */
    public enum Kind {
        RESERVE,
        SETTLE,
        RELEASE,
        RECONCILE
    }
}
