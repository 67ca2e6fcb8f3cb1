package dev.evergreen.domain.storage;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs work in one database transaction of the calling thread: everything the work does through a repository or through the
 * {@code javax.sql.DataSource} service with the property {@code evergreen.datasource=main} on this thread commits together
 * or not at all.
 */
@ProviderType
public interface Transactions {
    /** Service property of the data source whose connections join the transaction. */
    String DATA_SOURCE_PROPERTY = "evergreen.datasource";

    /** Its value. */
    String MAIN_DATA_SOURCE = "main";

    /** Work that may fail with {@code X}. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object, X extends Exception> {
        T run() throws X;
    }

    /** Work without a result. */
    @FunctionalInterface
    interface Action<X extends Exception> {
        void run() throws X;
    }

    /**
     * Commits when the work returns, rolls back when it throws. A nested call joins the outer transaction; when it throws,
     * only its own changes are undone (a savepoint) and the outer work decides whether to go on.
     *
     * @throws StorageException when the transaction cannot be begun or committed
     */
    <T extends @Nullable Object, X extends Exception> T inTransaction(Work<T, X> work) throws X;

    /**
     * Runs {@code action} on this thread after the outermost transaction has committed, at once when there is none, never
     * when it rolls back. What it throws is logged: the commit stands.
     */
    void afterCommit(Runnable action);

    /** As {@link #inTransaction}, for work without a result. */
    default <X extends Exception> void run(Action<X> action) throws X {
        this.<@Nullable Object, X>inTransaction(() -> {
            action.run();
            return Boolean.TRUE;
        });
    }
}
