package dev.evergreen.domain.ledger;

import dev.evergreen.spi.Money;
import java.util.UUID;

/**
 * A hard cap on what calls may cost, on any number of nodes. Every call must fit into each budget that it falls under. What was
 * bought before a budget was made does not count in it.
 *
 * @param scope which calls fall under it
 * @param period how often it begins anew, in UTC
 * @param limit the most that may be spent and reserved in a period; at most one budget for each scope, period and currency
 * @param reserved held for calls that have not ended; same currency
 * @param spent charged in the current period; same currency
 */
public record Budget(UUID id, BudgetScope scope, Period period, Money limit, Money reserved, Money spent) {
    /** When spending is forgotten. */
    public enum Period {
        TOTAL,
        MONTH,
        DAY
    }
}
