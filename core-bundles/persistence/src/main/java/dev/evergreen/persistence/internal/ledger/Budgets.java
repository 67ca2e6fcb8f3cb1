package dev.evergreen.persistence.internal.ledger;

import static dev.evergreen.persistence.internal.ledger.BudgetRows.CURRENT_SPENT;
import static dev.evergreen.persistence.internal.ledger.BudgetRows.CURRENT_START;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.persistence.internal.Rows;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Holds and gives back what calls may cost, within the transaction that stores the call. */
final class Budgets {
    /** Which budgets a call falls under. */
    private static final String CONCERNED = "(b.project_id IS NULL OR b.project_id = CAST(:project AS uuid))"
            + " AND (b.person_id IS NULL OR b.person_id = CAST(:person AS uuid))"
            + " AND (b.plugin IS NULL OR b.plugin = :plugin) AND (b.account IS NULL OR b.account = :account)";

    private final Handle handle;

    Budgets(Handle handle) {
        this.handle = handle;
    }

    /**
     * Reserves the call's ceiling in every budget that it falls under.
     *
     * @throws ProblemException EXHAUSTED when one of them has no room for it or is kept in another currency
     */
    void reserve(ProviderCall call) {
        if (call.reserved().isZero()) {
            return;
        }
        Set<UUID> held = new HashSet<>(hold(call));
        List<Budget> full = of(
                        call,
                        handle.createQuery("SELECT " + BudgetRows.COLUMNS + " FROM budgets b WHERE " + CONCERNED
                                + " ORDER BY " + BudgetRows.ORDER))
                .map(BudgetRows.BUDGET)
                .list()
                .stream()
                .filter(budget -> !held.contains(budget.id()))
                .toList();
        if (!full.isEmpty()) {
            throw new ProblemException(Problem.Kind.EXHAUSTED, "budget", refusal(call, full));
        }
    }

    /** Releases what the call held and books what it cost. Rows are locked in the order in which {@link #reserve} does. */
    void settle(UUID callId, Money reserved, Money charged) {
        // A charge in another currency than the budget's cannot be converted here; the ceiling it was quoted is booked
        // instead.
        BigDecimal booked = charged.isZero() || charged.currency().equals(reserved.currency())
                ? charged.amount()
                : reserved.amount();
        handle.createUpdate("WITH concerned AS (SELECT b.id, r.amount FROM budgets b JOIN budget_reservations r"
                        + " ON r.budget_id = b.id WHERE r.call_id = :call ORDER BY b.id FOR UPDATE OF b)"
                        + " UPDATE budgets b SET reserved = b.reserved - c.amount, spent = " + CURRENT_SPENT
                        + " + :booked,"
                        + " period_start = greatest(b.period_start, " + CURRENT_START + "), updated_at = now()"
                        + " FROM concerned c WHERE b.id = c.id")
                .bind("call", callId)
                .bind("booked", booked)
                .execute();
        handle.createUpdate("DELETE FROM budget_reservations WHERE call_id = :call")
                .bind("call", callId)
                .execute();
    }

    /** One statement checks and holds, so that any number of nodes together never pass a limit. Rows are locked in one order. */
    private List<UUID> hold(ProviderCall call) {
        List<UUID> budgets = of(
                        call,
                        handle.createQuery("WITH concerned AS (SELECT b.id FROM budgets b WHERE " + CONCERNED
                                + " ORDER BY b.id FOR UPDATE)"
                                + " UPDATE budgets b SET reserved = b.reserved + :amount, spent = " + CURRENT_SPENT
                                + ", period_start = greatest(b.period_start, " + CURRENT_START
                                + "), updated_at = now()"
                                + " FROM concerned c WHERE b.id = c.id AND b.currency = :currency"
                                + " AND " + CURRENT_SPENT + " + b.reserved + :amount <= b.limit_amount RETURNING b.id"))
                .bind("amount", call.reserved().amount())
                .bind("currency", call.reserved().currency().getCurrencyCode())
                .mapTo(UUID.class)
                .list();
        for (UUID budget : budgets) {
            handle.createUpdate(
                            "INSERT INTO budget_reservations (call_id, budget_id, amount) VALUES (:call, :budget, :amount)")
                    .bind("call", call.id())
                    .bind("budget", budget)
                    .bind("amount", call.reserved().amount())
                    .execute();
        }
        return budgets;
    }

    private static Query of(ProviderCall call, Query query) {
        return query.bind("project", call.projectId().orElse(null))
                .bind("person", call.personId().orElse(null))
                .bind("plugin", call.plugin())
                .bind("account", call.account());
    }

    private static String refusal(ProviderCall call, List<Budget> full) {
        String budgets = full.stream()
                .map(budget -> budget.scope().words() + " (" + Rows.word(budget.period()) + ") of "
                        + plain(budget.limit()) + " "
                        + budget.limit().currency().getCurrencyCode() + ", " + plain(budget.spent()) + " spent and "
                        + plain(budget.reserved()) + " reserved")
                .collect(Collectors.joining("; "));
        return "A call of up to " + call.reserved() + " does not fit into " + budgets
                + "; raise the budget or choose a cheaper provider.";
    }

    private static String plain(Money money) {
        return money.isZero() ? "0" : money.amount().stripTrailingZeros().toPlainString();
    }
}
