package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetRepository;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Budgets in {@code budgets}. */
@Component
public final class JdbiBudgetRepository implements BudgetRepository {
    private final Database database;

    @Activate
    public JdbiBudgetRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Budget> list() {
        return database.with(handle -> handle.createQuery(
                        "SELECT " + BudgetRows.COLUMNS + " FROM budgets b ORDER BY " + BudgetRows.ORDER)
                .map(BudgetRows.BUDGET)
                .list());
    }

    @Override
    public Budget put(Budget budget) {
        BudgetScope scope = budget.scope();
        return database.with(handle -> handle.createQuery("INSERT INTO budgets AS b (id, project_id, person_id, plugin,"
                        + " account, period, currency, limit_amount) VALUES (:id, :project, :person, :plugin, :account,"
                        + " :period, :currency, :limit)"
                        + " ON CONFLICT (project_id, person_id, plugin, account, period, currency)"
                        + " DO UPDATE SET limit_amount = excluded.limit_amount, updated_at = now() RETURNING "
                        + BudgetRows.COLUMNS)
                .bind("id", budget.id())
                .bind("project", scope.projectId().orElse(null))
                .bind("person", scope.personId().orElse(null))
                .bind("plugin", scope.plugin().orElse(null))
                .bind("account", scope.account().orElse(null))
                .bind("period", Rows.word(budget.period()))
                .bind("currency", budget.limit().currency().getCurrencyCode())
                .bind("limit", budget.limit().amount())
                .map(BudgetRows.BUDGET)
                .one());
    }

    @Override
    public boolean remove(UUID id) {
        return database.with(handle -> handle.createUpdate("DELETE FROM budgets WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }
}
