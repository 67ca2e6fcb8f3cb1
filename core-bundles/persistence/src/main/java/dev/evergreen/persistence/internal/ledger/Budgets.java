package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Holds and gives back what calls may cost, within the transaction that stores the call. */
final class Budgets {
    /** The start of the budget's period that is running now. */
    static final String CURRENT_START = "CASE b.period WHEN 'month' THEN date_trunc('month', now(), 'UTC')"
            + " WHEN 'day' THEN date_trunc('day', now(), 'UTC') ELSE b.period_start END";

    /** What was spent in it. */
    static final String CURRENT_SPENT = "CASE WHEN b.period_start < " + CURRENT_START + " THEN 0 ELSE b.spent END";

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
        int held = hold(call);
        int concerned = handle.createQuery("SELECT count(*) FROM budgets b WHERE " + concerns())
                .bind("project", call.projectId().orElse(null))
                .mapTo(Integer.class)
                .one();
        if (held < concerned) {
            throw new ProblemException(Problem.Kind.EXHAUSTED, "budget", refusal(call));
        }
    }

    /** Releases what the call held and books what it cost. */
    void settle(UUID callId, Money reserved, Money charged) {
        // A charge in another currency than the budget's cannot be converted here; the ceiling it was quoted is booked
        // instead.
        BigDecimal booked = charged.isZero() || charged.currency().equals(reserved.currency())
                ? charged.amount()
                : reserved.amount();
        handle.createUpdate("UPDATE budgets b SET reserved = b.reserved - r.amount, spent = " + CURRENT_SPENT
                        + " + :booked,"
                        + " period_start = greatest(b.period_start, " + CURRENT_START + "), updated_at = now()"
                        + " FROM budget_reservations r WHERE r.call_id = :call AND r.budget_id = b.id")
                .bind("call", callId)
                .bind("booked", booked)
                .execute();
        handle.createUpdate("DELETE FROM budget_reservations WHERE call_id = :call")
                .bind("call", callId)
                .execute();
    }

    /** One statement checks and holds, so that any number of nodes together never pass a limit. Rows are locked in one order. */
    private int hold(ProviderCall call) {
        List<UUID> budgets = handle.createQuery("WITH concerned AS (SELECT b.id FROM budgets b WHERE " + concerns()
                        + " ORDER BY b.id FOR UPDATE)"
                        + " UPDATE budgets b SET reserved = b.reserved + :amount, spent = " + CURRENT_SPENT + ","
                        + " period_start = greatest(b.period_start, " + CURRENT_START + "), updated_at = now()"
                        + " FROM concerned c WHERE b.id = c.id AND b.currency = :currency"
                        + " AND " + CURRENT_SPENT + " + b.reserved + :amount <= b.limit_amount RETURNING b.id")
                .bind("project", call.projectId().orElse(null))
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
        return budgets.size();
    }

    private String refusal(ProviderCall call) {
        String budgets = String.join(
                "; ",
                handle.createQuery(
                                "SELECT (CASE WHEN b.project_id IS NULL THEN 'the installation''s' ELSE 'the project''s' END)"
                                        + " || ' budget (' || b.period || ') of ' || trim_scale(b.limit_amount) || ' ' || b.currency"
                                        + " || ', ' || trim_scale(" + CURRENT_SPENT + ") || ' spent and '"
                                        + " || trim_scale(b.reserved) || ' reserved' FROM budgets b WHERE " + concerns()
                                        + " ORDER BY b.project_id NULLS FIRST, b.period")
                        .bind("project", call.projectId().orElse(null))
                        .mapTo(String.class)
                        .list());
        return "A call of up to " + call.reserved() + " does not fit into " + budgets
                + "; raise the budget or choose a cheaper provider.";
    }

    private static String concerns() {
        return "(b.project_id IS NULL OR b.project_id = CAST(:project AS uuid))";
    }
}
