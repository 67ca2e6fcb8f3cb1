package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.CallLedger;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import dev.evergreen.spi.Money;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Calls in {@code provider_calls}, their money in {@code ledger_entries} and {@code budgets}. Ending a call a second time changes
 * nothing, so that it may be repeated after a crash.
 */
@Component
public final class JdbiCallLedger implements CallLedger {
    private final Database database;

    @Activate
    public JdbiCallLedger(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void reserve(ProviderCall intent) {
        database.inTransaction(handle -> {
            new CallRows(handle).insert(intent);
            new Budgets(handle).reserve(intent);
            return intent;
        });
    }

    @Override
    public void progress(UUID callId, ProviderCall.State state, String checkpoint) {
        database.inTransaction(handle -> {
            ProviderCall call = new CallRows(handle).lock(callId);
            if (CallRows.ended(call)) {
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
            CallRows calls = new CallRows(handle);
            ProviderCall call = calls.lock(callId);
            if (!CallRows.ended(call)) {
                calls.end(call, state, charged, error);
            }
            return call;
        });
    }

    @Override
    public List<ProviderCall> list(String correlationId) {
        return database.with(handle -> handle.createQuery("SELECT " + CallRows.COLUMNS
                        + " FROM provider_calls WHERE correlation_id = :correlation ORDER BY created_at, id")
                .bind("correlation", correlationId)
                .map(CallRows.CALL)
                .list());
    }

    @Override
    public List<ProviderCall> openOf(UUID jobId) {
        return database.with(
                handle -> handle.createQuery("SELECT " + CallRows.COLUMNS + " FROM provider_calls WHERE job_id = :job"
                                + " AND state IN ('intent', 'sent', 'pending', 'unknown') ORDER BY created_at, id")
                        .bind("job", jobId)
                        .map(CallRows.CALL)
                        .list());
    }

    @Override
    public List<ProviderCall> paidBy(UUID jobId) {
        return database.with(
                handle -> handle.createQuery("SELECT " + CallRows.COLUMNS + " FROM provider_calls WHERE job_id = :job"
                                + " AND state = 'settled' AND charged > 0 ORDER BY created_at, id")
                        .bind("job", jobId)
                        .map(CallRows.CALL)
                        .list());
    }

    @Override
    public List<ProviderCall> open() {
        return database.with(handle -> handle.createQuery("SELECT " + CallRows.COLUMNS
                        + " FROM provider_calls WHERE state IN ('intent', 'sent', 'pending') ORDER BY created_at, id")
                .map(CallRows.CALL)
                .list());
    }
}
