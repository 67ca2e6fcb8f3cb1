package dev.evergreen.persistence.internal.connection;

import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.persistence.internal.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds one connection to a thread for the time of its transaction. */
final class ThreadTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadTransactions.class);

    private final DataSource pool;
    private final ThreadLocal<@Nullable Current> current = new ThreadLocal<>();

    ThreadTransactions(DataSource pool) {
        this.pool = pool;
    }

    /** The connection of the calling thread's transaction. */
    Optional<Connection> connection() {
        return Optional.ofNullable(current.get()).map(Current::connection);
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        Current outer = current.get();
        return outer == null ? begin(work) : join(outer, work);
    }

    @Override
    public void afterCommit(Runnable action) {
        Current transaction = current.get();
        if (transaction == null) {
            run(action);
        } else {
            transaction.actions.add(action);
        }
    }

    private <T extends @Nullable Object, X extends Exception> T begin(Work<T, X> work) throws X {
        Current transaction = new Current(open());
        T result;
        try (Release release = new Release(transaction)) {
            current.set(transaction);
            try {
                result = work.run();
            } catch (Throwable failure) {
                release.undo(failure);
                throw failure;
            }
            release.commit();
        }
        transaction.actions.forEach(ThreadTransactions::run);
        return result;
    }

    private static <T extends @Nullable Object, X extends Exception> T join(Current outer, Work<T, X> work) throws X {
        int actionsBefore = outer.actions.size();
        Savepoint savepoint;
        try {
            savepoint = outer.connection.setSavepoint();
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
        T result;
        try {
            result = work.run();
        } catch (Throwable failure) {
            try {
                outer.connection.rollback(savepoint);
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
            outer.actions.subList(actionsBefore, outer.actions.size()).clear();
            throw failure;
        }
        try {
            outer.connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
        return result;
    }

    private Connection open() {
        try {
            Connection connection = pool.getConnection();
            try {
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to follow a committed transaction failed", e);
        }
    }

    /** @param actions to run after commit, in order */
    private record Current(Connection connection, List<Runnable> actions) {
        Current(Connection connection) {
            this(connection, new ArrayList<>());
        }
    }

    /** Unbinds the connection and gives it back, whatever happened. */
    private final class Release implements AutoCloseable {
        private final Current transaction;

        Release(Current transaction) {
            this.transaction = transaction;
        }

        void commit() {
            try {
                transaction.connection.commit();
            } catch (SQLException e) {
                throw SqlFailures.translate(e);
            }
        }

        void undo(Throwable failure) {
            try {
                transaction.connection.rollback();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }

        @Override
        public void close() {
            current.remove();
            try {
                transaction.connection.close();
            } catch (SQLException e) {
                LOG.warn("A database connection could not be given back", e);
            }
        }
    }
}
