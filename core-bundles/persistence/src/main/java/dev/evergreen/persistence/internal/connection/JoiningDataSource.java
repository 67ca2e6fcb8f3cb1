package dev.evergreen.persistence.internal.connection;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the connection of the calling thread's transaction, or one of the pool when there is none. Whoever got a joined
 * connection may close it but not end the transaction.
 */
final class JoiningDataSource implements DataSource {
    private final DataSource pool;
    private final ThreadTransactions transactions;

    JoiningDataSource(DataSource pool, ThreadTransactions transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<Connection> joined = transactions.connection();
        return joined.isPresent() ? borrow(joined.get()) : pool.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException(
                "The user of this data source is configured (etc/dev.evergreen.database.cfg)");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }

    private static Connection borrow(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JoiningDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new Borrowed(connection)::invoke);
    }

    private static final class Borrowed {
        private final Connection connection;
        private boolean closed;

        Borrowed(Connection connection) {
            this.connection = connection;
        }

        @Nullable
        Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close":
                    closed = true;
                    return null;
                case "isClosed":
                    return closed || connection.isClosed();
                case "commit":
                case "abort":
                    throw refusal(method.getName());
                case "rollback":
                    if (arguments == null || arguments.length == 0) {
                        throw refusal("rollback");
                    }
                    break;
                case "setAutoCommit":
                    if (arguments != null && Boolean.FALSE.equals(arguments[0])) {
                        return null;
                    }
                    throw refusal("setAutoCommit(true)");
                default:
                    break;
            }
            if (closed) {
                throw new SQLException("This connection is closed");
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }

        private static SQLException refusal(String method) {
            return new SQLException(method + " is refused: this connection belongs to a transaction of"
                    + " dev.evergreen.domain.storage.Transactions, which ends it");
        }
    }
}
