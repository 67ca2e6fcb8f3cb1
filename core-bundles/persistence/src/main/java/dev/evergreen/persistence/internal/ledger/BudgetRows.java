package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.BudgetScope;
import dev.evergreen.persistence.internal.Rows;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads rows of {@code budgets b}. */
final class BudgetRows {
    /** The start of the budget's period that is running now. */
    static final String CURRENT_START = "CASE b.period WHEN 'month' THEN date_trunc('month', now(), 'UTC')"
            + " WHEN 'day' THEN date_trunc('day', now(), 'UTC') ELSE b.period_start END";

    /** What was spent in it. */
    static final String CURRENT_SPENT = "CASE WHEN b.period_start < " + CURRENT_START + " THEN 0 ELSE b.spent END";

    static final String COLUMNS = "b.id, b.project_id, b.person_id, b.plugin, b.account, b.period, b.limit_amount,"
            + " b.reserved, " + CURRENT_SPENT + " AS current_spent, b.currency";

    /** The widest first. */
    static final String ORDER = "b.project_id NULLS FIRST, b.person_id NULLS FIRST, b.plugin NULLS FIRST,"
            + " b.account NULLS FIRST, b.period, b.currency";

    static final RowMapper<Budget> BUDGET = (row, context) -> new Budget(
            Rows.id(row, "id"),
            new BudgetScope(
                    Rows.optionalId(row, "project_id"),
                    Rows.optionalId(row, "person_id"),
                    Optional.ofNullable(row.getString("plugin")),
                    Optional.ofNullable(row.getString("account"))),
            Rows.constant(row, "period", Budget.Period.class),
            Amounts.read(row, "limit_amount", "currency"),
            Amounts.read(row, "reserved", "currency"),
            Amounts.read(row, "current_spent", "currency"));

    private BudgetRows() {}
}
