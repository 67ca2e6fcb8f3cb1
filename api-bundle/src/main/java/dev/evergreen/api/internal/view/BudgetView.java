package dev.evergreen.api.internal.view;

import dev.evergreen.domain.ledger.Budget;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A cap and how much of it is used. */
public record BudgetView(
        UUID id,
        Optional<UUID> projectId,
        Optional<UUID> personId,
        Optional<String> plugin,
        Optional<String> account,
        Budget.Period period,
        MoneyView limit,
        MoneyView reserved,
        MoneyView spent,
        Map<String, String> links) {
    public static BudgetView of(Budget budget) {
        return new BudgetView(
                budget.id(),
                budget.scope().projectId(),
                budget.scope().personId(),
                budget.scope().plugin(),
                budget.scope().account(),
                budget.period(),
                MoneyView.of(budget.limit()),
                MoneyView.of(budget.reserved()),
                MoneyView.of(budget.spent()),
                Links.self(Links.budget(budget.id())).map());
    }
}
