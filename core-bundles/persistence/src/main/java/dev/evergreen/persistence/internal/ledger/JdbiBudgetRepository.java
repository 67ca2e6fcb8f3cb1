package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Budgets in {@code budgets}. */
@Component
public final class JdbiBudgetRepository implements BudgetRepository {
    private static final String COLUMNS = "b.id, b.project_id, b.period, b.limit_amount, b.reserved, "
            + Budgets.CURRENT_SPENT + " AS current_spent, b.currency";

    private static final RowMapper<Budget> BUDGET = (row, context) -> new Budget(
            Rows.id(row, "id"),
            Rows.optionalId(row, "project_id"),
            Rows.constant(row, "period", Budget.Period.class),
            Amounts.read(row, "limit_amount", "currency"),
            Amounts.read(row, "reserved", "currency"),
            Amounts.read(row, "current_spent", "currency"));

    private final Database database;

    @Activate
    public JdbiBudgetRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Budget> list() {
        return database.with(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM budgets b ORDER BY b.project_id NULLS FIRST, b.period, b.currency")
                .map(BUDGET)
                .list());
    }

    @Override
    public Budget put(Budget budget) {
        return database.with(handle -> handle.createQuery("INSERT INTO budgets AS b (id, project_id, period, currency,"
                        + " limit_amount) VALUES (:id, :project, :period, :currency, :limit)"
                        + " ON CONFLICT (project_id, period, currency) DO UPDATE SET limit_amount = excluded.limit_amount,"
                        + " updated_at = now() RETURNING " + COLUMNS)
                .bind("id", budget.id())
                .bind("project", budget.projectId().orElse(null))
                .bind("period", Rows.word(budget.period()))
                .bind("currency", budget.limit().currency().getCurrencyCode())
                .bind("limit", budget.limit().amount())
                .map(BUDGET)
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
