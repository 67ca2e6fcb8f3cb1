package dev.evergreen.domain.ledger;

import dev.evergreen.spi.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * A hard cap on what calls may cost. Every call must fit into the node's budget and into its project's, where there are any.
 *
 * @param projectId empty for everything that this installation buys
 * @param period how often it begins anew, in UTC
 * @param limit the most that may be spent and reserved in a period; at most one budget for each project, period and currency
 * @param reserved held for calls that have not ended; same currency
 * @param spent charged in the current period; same currency
 */
public record Budget(UUID id, Optional<UUID> projectId, Period period, Money limit, Money reserved, Money spent) {
    /** When spending is forgotten. */
    public enum Period {
        TOTAL,
        MONTH,
        DAY
    }
}
