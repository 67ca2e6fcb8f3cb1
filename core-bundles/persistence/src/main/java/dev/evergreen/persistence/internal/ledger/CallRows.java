package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.LedgerEntry;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.persistence.internal.Rows;
import dev.evergreen.spi.Money;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Rows of {@code provider_calls} with their lines in {@code ledger_entries}, within a transaction. A call that became UNKNOWN keeps
 * its reservation, because it may have been bought; its later end is written as RECONCILE.
 */
final class CallRows {
    static final String COLUMNS =
            "id, project_id, person_id, job_id, correlation_id, capability, plugin, account, offer, state,"
                    + " reserved, reserved_currency, charged, charged_currency, checkpoint, error, deadline,"
                    + " created_at, updated_at";

    static final RowMapper<ProviderCall> CALL = (row, context) -> new ProviderCall(
            Rows.id(row, "id"),
            Rows.optionalId(row, "project_id"),
            Rows.optionalId(row, "person_id"),
            Rows.optionalId(row, "job_id"),
            row.getString("correlation_id"),
            row.getString("capability"),
            row.getString("plugin"),
            row.getString("account"),
            row.getString("offer"),
            Rows.constant(row, "state", ProviderCall.State.class),
            Amounts.read(row, "reserved", "reserved_currency"),
            Amounts.readOptional(row, "charged", "charged_currency"),
            row.getString("checkpoint"),
            row.getString("error"),
            Rows.instant(row, "deadline"),
            Rows.instant(row, "created_at"),
            Rows.instant(row, "updated_at"));

    private final Handle handle;

    CallRows(Handle handle) {
        this.handle = handle;
    }

    static boolean ended(ProviderCall call) {
        return call.state() == ProviderCall.State.SETTLED || call.state() == ProviderCall.State.RELEASED;
    }

    /** The call, which nobody else ends before this transaction does. */
    ProviderCall lock(UUID callId) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM provider_calls WHERE id = :id FOR UPDATE")
                .bind("id", callId)
                .map(CALL)
                .findOne()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND, "call", "There is no provider call " + callId + "."));
    }

    void insert(ProviderCall call) {
        handle.createUpdate("INSERT INTO provider_calls (id, project_id, person_id, job_id, correlation_id, capability,"
                        + " plugin, account, offer, state, reserved, reserved_currency, checkpoint, error, deadline,"
                        + " created_at, updated_at) VALUES (:id, :project, :person, :job, :correlation, :capability,"
                        + " :plugin, :account, :offer, :state, :reserved, :currency, :checkpoint, :error, :deadline,"
                        + " :created, :created)")
                .bind("id", call.id())
                .bind("project", call.projectId().orElse(null))
                .bind("person", call.personId().orElse(null))
                .bind("job", call.jobId().orElse(null))
                .bind("correlation", call.correlationId())
                .bind("capability", call.capability())
                .bind("plugin", call.plugin())
                .bind("account", call.account())
                .bind("offer", call.offer())
                .bind("state", Rows.word(call.state()))
                .bind("reserved", call.reserved().amount())
                .bind("currency", call.reserved().currency().getCurrencyCode())
                .bind("checkpoint", call.checkpoint())
                .bind("error", call.error())
                .bind("deadline", Rows.at(call.deadline()))
                .bind("created", Rows.at(call.createdAt()))
                .execute();
        write(call, LedgerEntry.Kind.RESERVE, call.reserved());
    }

    /** Ends a locked call that has not ended. */
    void end(ProviderCall call, ProviderCall.State state, Money charged, String error) {
        boolean unknown = state == ProviderCall.State.UNKNOWN;
        handle.createUpdate("UPDATE provider_calls SET state = :state, error = :error, charged = :charged,"
                        + " charged_currency = :currency, updated_at = now() WHERE id = :id")
                .bind("id", call.id())
                .bind("state", Rows.word(state))
                .bind("error", error)
                .bind("charged", unknown ? null : charged.amount())
                .bind("currency", unknown ? null : charged.currency().getCurrencyCode())
                .execute();
        if (unknown) {
            return;
        }
        new Budgets(handle).settle(call.id(), call.reserved(), charged);
        if (call.state() == ProviderCall.State.UNKNOWN) {
            write(call, LedgerEntry.Kind.RECONCILE, charged);
        } else if (state == ProviderCall.State.SETTLED || !charged.isZero()) {
            write(call, LedgerEntry.Kind.SETTLE, charged);
        }
        Money rest = rest(call.reserved(), charged);
        if (!rest.isZero()) {
            write(call, LedgerEntry.Kind.RELEASE, rest);
        }
    }

    /** What is given back of a reservation. */
    private static Money rest(Money reserved, Money charged) {
        if (charged.isZero() || !charged.currency().equals(reserved.currency())) {
            return reserved;
        }
        Money rest = reserved.minus(charged);
        return rest.amount().signum() < 0 ? reserved.minus(reserved) : rest;
    }

    private void write(ProviderCall call, LedgerEntry.Kind kind, Money amount) {
        handle.createUpdate("INSERT INTO ledger_entries (call_id, project_id, kind, amount, currency)"
                        + " VALUES (:call, :project, :kind, :amount, :currency)")
                .bind("call", call.id())
                .bind("project", call.projectId().orElse(null))
                .bind("kind", Rows.word(kind))
                .bind("amount", amount.amount())
                .bind("currency", amount.currency().getCurrencyCode())
                .execute();
    }
}
