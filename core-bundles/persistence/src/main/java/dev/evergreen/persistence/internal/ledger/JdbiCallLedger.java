package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.CallLedger;
import dev.evergreen.domain.ledger.LedgerEntry;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import dev.evergreen.spi.Money;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Calls in {@code provider_calls}, their money in {@code ledger_entries} and {@code budgets}. A call that became UNKNOWN keeps
 * its reservation, because it may have been bought; its later end is written as RECONCILE. Ending a call a second time changes
 * nothing, so that it may be repeated after a crash.
 */
@Component
public final class JdbiCallLedger implements CallLedger {
    private static final String COLUMNS =
            "id, project_id, job_id, correlation_id, capability, plugin, account, offer, state,"
                    + " reserved, reserved_currency, charged, charged_currency, checkpoint, error, created_at, updated_at";

    private static final RowMapper<ProviderCall> CALL = (row, context) -> new ProviderCall(
            Rows.id(row, "id"),
            Rows.optionalId(row, "project_id"),
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
            Rows.instant(row, "created_at"),
            Rows.instant(row, "updated_at"));

    private final Database database;

    @Activate
    public JdbiCallLedger(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void reserve(ProviderCall intent) {
        database.inTransaction(handle -> {
            insert(handle, intent);
            new Budgets(handle).reserve(intent);
            write(handle, intent, LedgerEntry.Kind.RESERVE, intent.reserved());
            return intent;
        });
    }

    @Override
    public void progress(UUID callId, ProviderCall.State state, String checkpoint) {
        database.inTransaction(handle -> {
            ProviderCall call = lock(handle, callId);
            if (ended(call)) {
                throw new ProblemException(
                        Problem.Kind.CONFLICT,
                        "state",
                        "Call " + callId + " has ended as " + call.state() + " and cannot become " + state + ".");
            }
            return handle.createUpdate("UPDATE provider_calls SET state = :state, checkpoint = :checkpoint,"
                            + " updated_at = now() WHERE id = :id")
                    .bind("id", callId)
                    .bind("state", Rows.word(state))
                    .bind("checkpoint", checkpoint)
                    .execute();
        });
    }

    @Override
    public void settle(UUID callId, ProviderCall.State state, Money charged, String error) {
        database.inTransaction(handle -> {
            ProviderCall call = lock(handle, callId);
            if (!ended(call)) {
                end(handle, call, state, charged, error);
            }
            return call;
        });
    }

    @Override
    public List<ProviderCall> list(String correlationId) {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM provider_calls WHERE correlation_id = :correlation ORDER BY created_at, id")
                .bind("correlation", correlationId)
                .map(CALL)
                .list());
    }

    @Override
    public List<ProviderCall> openOf(UUID jobId) {
        return database.with(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM provider_calls WHERE job_id = :job"
                                + " AND state IN ('intent', 'sent', 'pending', 'unknown') ORDER BY created_at, id")
                        .bind("job", jobId)
                        .map(CALL)
                        .list());
    }

    @Override
    public List<ProviderCall> open() {
        return database.with(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM provider_calls WHERE state IN ('intent', 'sent', 'pending') ORDER BY created_at, id")
                .map(CALL)
                .list());
    }

    private static void end(Handle handle, ProviderCall call, ProviderCall.State state, Money charged, String error) {
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
        if (state == ProviderCall.State.SETTLED || !charged.isZero()) {
            boolean late = call.state() == ProviderCall.State.UNKNOWN;
            write(handle, call, late ? LedgerEntry.Kind.RECONCILE : LedgerEntry.Kind.SETTLE, charged);
        }
        Money rest = rest(call.reserved(), charged);
        if (!rest.isZero()) {
            write(handle, call, LedgerEntry.Kind.RELEASE, rest);
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

    private static boolean ended(ProviderCall call) {
        return call.state() == ProviderCall.State.SETTLED || call.state() == ProviderCall.State.RELEASED;
    }

    private static ProviderCall lock(Handle handle, UUID callId) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM provider_calls WHERE id = :id FOR UPDATE")
                .bind("id", callId)
                .map(CALL)
                .findOne()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND, "call", "There is no provider call " + callId + "."));
    }

    private static void insert(Handle handle, ProviderCall call) {
        handle.createUpdate(
                        "INSERT INTO provider_calls (id, project_id, job_id, correlation_id, capability, plugin, account,"
                                + " offer, state, reserved, reserved_currency, checkpoint, error, created_at, updated_at)"
                                + " VALUES (:id, :project, :job, :correlation, :capability, :plugin, :account, :offer, :state,"
                                + " :reserved, :currency, :checkpoint, :error, :created, :created)")
                .bind("id", call.id())
                .bind("project", call.projectId().orElse(null))
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
                .bind("created", Rows.at(call.createdAt()))
                .execute();
    }

    private static void write(Handle handle, ProviderCall call, LedgerEntry.Kind kind, Money amount) {
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
