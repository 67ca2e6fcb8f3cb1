package dev.evergreen.persistence.internal.ledger;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.ProviderCall.State;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends what did not end by itself, each call in a transaction of its own and by the database's clock. */
@Component
public final class JdbiCallRecovery implements CallRecovery {
    /** So that one visit stays short; what is left is for the next. */
    private static final int MOST_AT_ONCE = 500;

    private static final String FINAL = "('succeeded', 'failed', 'cancelled', 'dead')";

    /**
     * Past its deadline, or left by a job that has ended since. A job that has not ended goes on with its vendor's task, however
     * late.
     */
    private static final String OVERDUE = "c.state IN ('intent', 'sent', 'pending')"
            + " AND ((c.deadline < now() - make_interval(secs => :grace)"
            + " AND NOT (c.state = 'pending' AND EXISTS (SELECT FROM generation_jobs j"
            + " WHERE j.id = c.job_id AND j.status NOT IN " + FINAL + ")))"
            + " OR EXISTS (SELECT FROM generation_jobs j WHERE j.id = c.job_id AND j.status IN " + FINAL
            + " AND j.completed_at < now() - make_interval(secs => :grace)))";

    private final Database database;

    @Activate
    public JdbiCallRecovery(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Expired expire(Duration grace) {
        List<UUID> overdue = database.with(handle -> overdue(
                handle,
                "SELECT c.id FROM provider_calls c WHERE " + OVERDUE + " ORDER BY c.deadline LIMIT :most",
                grace));
        int released = 0;
        int unknown = 0;
        for (UUID id : overdue) {
            Optional<State> became = database.inTransaction(handle -> expire(handle, id, grace));
            released += became.equals(Optional.of(State.RELEASED)) ? 1 : 0;
            unknown += became.equals(Optional.of(State.UNKNOWN)) ? 1 : 0;
        }
        return new Expired(released, unknown);
    }

    @Override
    public List<ProviderCall> unknown() {
        return database.with(handle -> handle.createQuery("SELECT " + CallRows.COLUMNS
                        + " FROM provider_calls WHERE state = 'unknown' ORDER BY created_at, id")
                .map(CallRows.CALL)
                .list());
    }

    @Override
    public ProviderCall reconcile(UUID callId, Optional<Money> charge, String note) {
        return database.inTransaction(handle -> {
            CallRows calls = new CallRows(handle);
            ProviderCall call = calls.lock(callId);
            if (call.state() != State.UNKNOWN) {
                throw new ProblemException(
                        Problem.Kind.CONFLICT,
                        "call",
                        "Call " + callId + " is " + Rows.word(call.state())
                                + "; only a call whose outcome is unknown can be reconciled.");
            }
            calls.end(call, charge.isPresent() ? State.SETTLED : State.RELEASED, charge.orElse(nothingOf(call)), note);
            return calls.lock(callId);
        });
    }

    private static List<UUID> overdue(Handle handle, String query, Duration grace) {
        return handle.createQuery(query)
                .bind("grace", grace.toMillis() / 1000.0)
                .bind("most", MOST_AT_ONCE)
                .mapTo(UUID.class)
                .list();
    }

    /** What the call became; empty when another node was faster, or it went on. */
    private static Optional<State> expire(Handle handle, UUID id, Duration grace) {
        CallRows calls = new CallRows(handle);
        boolean locked = handle.createQuery(
                        "SELECT c.id FROM provider_calls c WHERE c.id = :id AND " + OVERDUE + " FOR UPDATE SKIP LOCKED")
                .bind("id", id)
                .bind("grace", grace.toMillis() / 1000.0)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
        if (!locked) {
            return Optional.empty();
        }
        ProviderCall call = calls.lock(id);
        if (call.state() == State.INTENT) {
            calls.end(call, State.RELEASED, nothingOf(call), "never sent before its deadline");
            return Optional.of(State.RELEASED);
        }
        if (call.reserved().isZero()) {
            calls.end(call, State.RELEASED, nothingOf(call), "no end before its deadline; it costs nothing");
            return Optional.of(State.RELEASED);
        }
        calls.end(
                call, State.UNKNOWN, nothingOf(call), "no end was stored before its deadline; it may have been bought");
        return Optional.of(State.UNKNOWN);
    }

    private static Money nothingOf(ProviderCall call) {
        return new Money(BigDecimal.ZERO, call.reserved().currency());
    }
}
