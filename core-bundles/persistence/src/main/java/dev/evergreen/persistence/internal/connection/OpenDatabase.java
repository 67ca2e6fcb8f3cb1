package dev.evergreen.persistence.internal.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.persistence.internal.Database;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of connections to a database whose schema is current. */
public final class OpenDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    private static final int IDLE_CONNECTIONS = 2;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;
    private static final long IDLE_TIMEOUT_MILLIS = 60_000;

    /**
     * A node that stands still in the middle of a transaction must not hold its locks against those who take over its work. Where the
     * server or the database has a limit already, that one counts.
     */
    private static final String IDLE_TRANSACTIONS =
            "SELECT set_config('idle_in_transaction_session_timeout', '30s', false)"
                    + " WHERE current_setting('idle_in_transaction_session_timeout') = '0'";

    private final HikariDataSource pool;
    private final DataSource dataSource;
    private final ThreadTransactions transactions;
    private final Database database;

    private OpenDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.transactions = new ThreadTransactions(pool);
        this.dataSource = new JoiningDataSource(pool, transactions);
        this.database = new Database(dataSource, transactions);
    }

    /**
     * Connects and brings the schema up to date. A schema that a newer version has migrated is accepted, because migrations
     * only add within a version (expand) and remove in a later one (contract).
     *
     * @param poolSize the most connections, 2 or more
     * @throws StorageException UNAVAILABLE when the server does not answer, MISCONFIGURED when it refuses us or a migration fails
     */
    public static OpenDatabase open(DatabaseEndpoint endpoint, int poolSize) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Hikari and Flyway look for resources and services through the context class loader.
        thread.setContextClassLoader(OpenDatabase.class.getClassLoader());
        try {
            HikariDataSource pool = connect(endpoint, poolSize);
            try {
                migrate(pool, endpoint);
                return new OpenDatabase(pool);
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public Database database() {
        return database;
    }

    public Transactions transactions() {
        return transactions;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Connections at work. */
    int activeConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Threads that wait for a connection. */
    int waitingThreads() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Loading announces the driver only once; an earlier life of the connector may have withdrawn it since. */
    private static void registerDriver() {
        try {
            if (!Driver.isRegistered()) {
                Driver.register();
            }
        } catch (SQLException e) {
            throw new StorageException(StorageException.Kind.UNAVAILABLE, "The database driver cannot be announced", e);
        }
    }

    private static HikariDataSource connect(DatabaseEndpoint endpoint, int poolSize) {
        registerDriver();
        PGSimpleDataSource driver = new PGSimpleDataSource();
        try {
            driver.setUrl(endpoint.url());
        } catch (IllegalArgumentException e) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "Not the URL of a PostgreSQL database: '" + endpoint.url()
                            + "' (expected jdbc:postgresql://host:port/database)",
                    e);
        }
        driver.setUser(endpoint.user());
        if (!endpoint.password().isEmpty()) {
            driver.setPassword(endpoint.password());
        }
        driver.setApplicationName("evergreen");
        driver.setReWriteBatchedInserts(true);
        driver.setTcpKeepAlive(true);
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver);
        config.setPoolName("evergreen");
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(IDLE_CONNECTIONS, poolSize));
        config.setIdleTimeout(IDLE_TIMEOUT_MILLIS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setConnectionInitSql(IDLE_TRANSACTIONS);
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new StorageException(
                    StorageException.Kind.UNAVAILABLE,
                    "Cannot connect to the database " + endpoint.url() + " as " + endpoint.user() + ": "
                            + rootMessage(e),
                    e);
        }
    }

    private static void migrate(DataSource pool, DatabaseEndpoint endpoint) {
        long started = System.nanoTime();
        try {
            MigrateResult result = Flyway.configure(OpenDatabase.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .ignoreMigrationPatterns("*:future")
                    .loggers("slf4j")
                    .load()
                    .migrate();
            LOG.info(
                    "The schema of {} is current ({} migrations applied in {} ms)",
                    endpoint.url(),
                    result.migrationsExecuted,
                    (System.nanoTime() - started) / 1_000_000);
        } catch (FlywayException e) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "Cannot bring the schema of " + endpoint.url() + " up to date: " + e.getMessage(),
                    e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
