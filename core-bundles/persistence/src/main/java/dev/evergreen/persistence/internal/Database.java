package dev.evergreen.persistence.internal;

import dev.evergreen.domain.storage.Transactions;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** The open database as the repositories of this bundle use it; a service of this bundle while the database is there. */
public final class Database {
    private final Jdbi jdbi;
    private final Transactions transactions;

    /** @param dataSource whose connections join the transactions */
    public Database(DataSource dataSource, Transactions transactions) {
        this.transactions = transactions;
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        // A handle within a transaction of the thread is closed before that transaction ends.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    }

    /** Runs one statement, or several that need not belong together; in the thread's transaction when there is one. */
    public <T extends @Nullable Object> T with(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            return work.apply(handle);
        } catch (JdbiException e) {
            throw SqlFailures.translate(e);
        }
    }

    /** Runs statements that belong together; in the thread's transaction when there is one, else in one of their own. */
    public <T extends @Nullable Object> T inTransaction(Function<Handle, T> work) {
        return transactions.<T, RuntimeException>inTransaction(() -> with(work));
    }
}
