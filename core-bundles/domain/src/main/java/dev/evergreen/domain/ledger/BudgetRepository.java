package dev.evergreen.domain.ledger;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps budgets; {@link CallLedger} fills and empties them. */
@ProviderType
public interface BudgetRepository {
    /** The installation's own first; what is spent is of the current period. */
    List<Budget> list();

    /**
     * Adds a budget, or changes the limit of the one with the same scope, period and currency, which keeps its id; what is
     * reserved and spent is never taken from the argument.
     *
     * @return as stored
     */
    Budget put(Budget budget);

    boolean remove(UUID id);
}
