package dev.evergreen.persistence.internal.calls;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Hard caps: a reservation is one conditional UPDATE, so no number of nodes can overdraw a budget. */
final class Budgets {
    private final Handle handle;

    Budgets(Handle handle) {
        this.handle = handle;
    }

    /** Holds the amount in every budget that the call falls under, or throws and lets the transaction undo it all. */
    void reserve(ProviderCall call) {
        Money amount = call.reserved();
        String currency = amount.currency().getCurrencyCode();
        List<Cap> caps = handle.createQuery("SELECT id, project_id, period FROM budgets"
                        + " WHERE (project_id IS NULL OR project_id = :project) AND currency = :currency ORDER BY id")
                .bind("project", call.projectId().orElse(null))
                .bind("currency", currency)
                .map((row, context) -> new Cap(
                        row.getObject("id", UUID.class),
                        row.getObject("project_id", UUID.class) == null ? "the node's" : "the project's",
                        row.getString("period")))
                .list();
        for (Cap cap : caps) {
            hold(call, cap, amount);
        }
    }

    /** Turns what a call holds into what it cost. */
    void settle(UUID callId, Money charged) {
        handle.createUpdate(
                        "UPDATE budgets b SET reserved = GREATEST(0, b.reserved - r.amount), spent = b.spent + :charged,"
                                + " updated_at = now() FROM budget_reservations r WHERE r.call_id = :call AND b.id = r.budget_id")
                .bind("charged", charged.amount())
                .bind("call", callId)
                .execute();
        handle.createUpdate("DELETE FROM budget_reservations WHERE call_id = :call")
                .bind("call", callId)
                .execute();
    }

    private void hold(ProviderCall call, Cap cap, Money amount) {
        // A new day or month begins with nothing spent; what is reserved is still under way.
        String begun = "date_trunc(CASE period WHEN 'day' THEN 'day' ELSE 'month' END, now())";
        String over = "(period <> 'total' AND period_start < " + begun + ")";
        int held = handle.createUpdate("UPDATE budgets SET reserved = reserved + :amount,"
                        + " spent = CASE WHEN " + over + " THEN 0 ELSE spent END,"
                        + " period_start = CASE WHEN " + over + " THEN " + begun + " ELSE period_start END,"
                        + " updated_at = now() WHERE id = :id"
                        + " AND reserved + :amount + CASE WHEN " + over + " THEN 0 ELSE spent END <= limit_amount")
                .bind("amount", amount.amount())
                .bind("id", cap.id)
                .execute();
        if (held == 0) {
            throw exhausted(cap, amount);
        }
        handle.createUpdate(
                        "INSERT INTO budget_reservations (call_id, budget_id, amount) VALUES (:call, :budget, :amount)")
                .bind("call", call.id())
                .bind("budget", cap.id)
                .bind("amount", amount.amount())
                .execute();
    }

    private ProblemException exhausted(Cap cap, Money amount) {
        Currency currency = amount.currency();
        Left left = handle.createQuery("SELECT limit_amount, spent, reserved FROM budgets WHERE id = :id")
                .bind("id", cap.id)
                .map((row, context) -> new Left(
                        row.getBigDecimal("limit_amount"), row.getBigDecimal("spent"), row.getBigDecimal("reserved")))
                .one();
        return new ProblemException(
                Problem.Kind.EXHAUSTED,
                "budget",
                "The call may cost " + amount + ", but of " + cap.owner + " budget (" + cap.period + ") of "
                        + new Money(left.limit, currency) + " already " + new Money(left.spent, currency)
                        + " are spent and " + new Money(left.reserved, currency)
                        + " reserved; raise the budget or choose a cheaper provider.");
    }

    private record Cap(UUID id, String owner, String period) {}

    private record Left(BigDecimal limit, BigDecimal spent, BigDecimal reserved) {}
}
