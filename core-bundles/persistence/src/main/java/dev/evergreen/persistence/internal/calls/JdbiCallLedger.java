package dev.evergreen.persistence.internal.calls;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.CallLedger;
import dev.evergreen.domain.ledger.LedgerEntry;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls in {@code provider_calls}, their lines in {@code ledger_entries}, caps in {@code budgets}. */
@Component
public final class JdbiCallLedger implements CallLedger {
    private static final String CALLS =
            "SELECT id, project_id, job_id, correlation_id, capability, plugin, account, offer, state,"
                    + " reserved, charged, currency, checkpoint, error, created_at, updated_at FROM provider_calls";
    private static final String OPEN = " state IN ('intent', 'sent', 'pending', 'unknown')";
    private static final RowMapper<ProviderCall> MAPPER = JdbiCallLedger::map;

    private final Database database;

    @Activate
    public JdbiCallLedger(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void reserve(ProviderCall intent) {
        database.inTransaction(handle -> {
            insert(handle, intent);
            if (!intent.reserved().isZero()) {
                new Budgets(handle).reserve(intent);
            }
            write(handle, intent.id(), LedgerEntry.Kind.RESERVE, intent.reserved());
            return intent.id();
        });
    }

    @Override
    public void progress(UUID callId, ProviderCall.State state, String checkpoint) {
        int changed = database.with(handle -> handle.createUpdate("UPDATE provider_calls SET state = :state,"
                        + " checkpoint = :checkpoint, updated_at = now() WHERE id = :id AND" + OPEN)
                .bind("state", word(state))
                .bind("checkpoint", checkpoint)
                .bind("id", callId)
                .execute());
        if (changed == 0) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT, "call", "Call " + callId + " has ended and cannot go on as " + state + ".");
        }
    }

    @Override
    public void settle(UUID callId, ProviderCall.State state, Money charged, String error) {
        database.inTransaction(handle -> {
            Optional<ProviderCall> open = handle.createQuery(CALLS + " WHERE id = :id AND" + OPEN + " FOR UPDATE")
                    .bind("id", callId)
                    .map(MAPPER)
                    .findOne();
            ProviderCall call = open.orElseThrow(() -> new ProblemException(
                    Problem.Kind.CONFLICT, "call", "Call " + callId + " has ended already and is not settled twice."));
            boolean unknown = state == ProviderCall.State.UNKNOWN;
            handle.createUpdate("UPDATE provider_calls SET state = :state, charged = :charged, error = :error,"
                            + " updated_at = now() WHERE id = :id")
                    .bind("state", word(state))
                    .bind("charged", unknown ? null : charged.amount())
                    .bind("error", error)
                    .bind("id", callId)
                    .execute();
            // What may have been bought stays reserved until somebody has reconciled it.
            if (!unknown) {
                close(handle, call, charged);
            }
            return callId;
        });
    }

    @Override
    public List<ProviderCall> list(String correlationId) {
        return database.with(
                handle -> handle.createQuery(CALLS + " WHERE correlation_id = :correlation ORDER BY created_at, id")
                        .bind("correlation", correlationId)
                        .map(MAPPER)
                        .list());
    }

    @Override
    public List<ProviderCall> openOf(UUID jobId) {
        return database.with(
                handle -> handle.createQuery(CALLS + " WHERE job_id = :job AND" + OPEN + " ORDER BY created_at, id")
                        .bind("job", jobId)
                        .map(MAPPER)
                        .list());
    }

    @Override
    public List<ProviderCall> open() {
        return database.with(handle -> handle.createQuery(CALLS + " WHERE" + OPEN + " ORDER BY created_at, id")
                .map(MAPPER)
                .list());
    }

    private static void close(Handle handle, ProviderCall call, Money charged) {
        if (!charged.isZero() || call.reserved().isZero()) {
            write(handle, call.id(), LedgerEntry.Kind.SETTLE, charged);
        }
        if (!call.reserved().isZero()) {
            Money rest = call.reserved().compareTo(charged) > 0
                    ? call.reserved().minus(charged)
                    : new Money(BigDecimal.ZERO, charged.currency());
            write(handle, call.id(), LedgerEntry.Kind.RELEASE, rest);
            new Budgets(handle).settle(call.id(), charged);
        }
    }

    private static void insert(Handle handle, ProviderCall intent) {
        handle.createUpdate(
                        "INSERT INTO provider_calls (id, project_id, job_id, correlation_id, capability, plugin, account,"
                                + " offer, state, reserved, currency, checkpoint) VALUES (:id, :project, :job, :correlation,"
                                + " :capability, :plugin, :account, :offer, :state, :reserved, :currency, :checkpoint)")
                .bind("id", intent.id())
                .bind("project", intent.projectId().orElse(null))
                .bind("job", intent.jobId().orElse(null))
                .bind("correlation", intent.correlationId())
                .bind("capability", intent.capability())
                .bind("plugin", intent.plugin())
                .bind("account", intent.account())
                .bind("offer", intent.offer())
                .bind("state", word(intent.state()))
                .bind("reserved", intent.reserved().amount())
                .bind("currency", intent.reserved().currency().getCurrencyCode())
                .bind("checkpoint", intent.checkpoint())
                .execute();
    }

    private static void write(Handle handle, UUID callId, LedgerEntry.Kind kind, Money amount) {
        handle.createUpdate("INSERT INTO ledger_entries (call_id, project_id, kind, amount, currency)"
                        + " SELECT id, project_id, :kind, :amount, :currency FROM provider_calls WHERE id = :call")
                .bind("kind", word(kind))
                .bind("amount", amount.amount())
                .bind("currency", amount.currency().getCurrencyCode())
                .bind("call", callId)
                .execute();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ProviderCall map(ResultSet row, StatementContext context) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new ProviderCall(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("project_id", UUID.class)),
                Optional.ofNullable(row.getObject("job_id", UUID.class)),
                row.getString("correlation_id"),
                row.getString("capability"),
                row.getString("plugin"),
                row.getString("account"),
                row.getString("offer"),
                ProviderCall.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Money(row.getBigDecimal("reserved"), currency),
                Optional.ofNullable(row.getBigDecimal("charged")).map(amount -> new Money(amount, currency)),
                row.getString("checkpoint"),
                row.getString("error"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
