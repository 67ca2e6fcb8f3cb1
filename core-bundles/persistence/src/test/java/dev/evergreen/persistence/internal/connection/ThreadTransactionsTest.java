package dev.evergreen.persistence.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ThreadTransactionsTest {
    private final OpenDatabase open = TestDatabase.open();
    private final Transactions transactions = open.transactions();
    private final Database database = open.database();

    @BeforeEach
    void emptyTable() {
        database.with(handle -> handle.execute("CREATE TABLE IF NOT EXISTS joined (name text PRIMARY KEY)"));
        database.with(handle -> handle.execute("DELETE FROM joined"));
    }

    @Test
    void repositoriesAndTheDataSourceShareOneTransaction() {
        transactions.run(() -> {
            insert("by data source");
            database.with(handle -> handle.execute("INSERT INTO joined VALUES ('by repository')"));
            assertEquals(List.of("by data source", "by repository"), names(), "seen within");
            assertEquals(List.of(), namesOfAnotherThread(), "not seen outside before the commit");
        });
        assertEquals(List.of("by data source", "by repository"), namesOfAnotherThread());
    }

    @Test
    void aFailureUndoesBothAndIsRethrown() {
        IOException failure = new IOException("the work's own");
        IOException thrown = assertThrows(
                IOException.class,
                () -> transactions.run(() -> {
                    insert("by data source");
                    database.with(handle -> handle.execute("INSERT INTO joined VALUES ('by repository')"));
                    throw failure;
                }));
        assertSame(failure, thrown);
        assertEquals(List.of(), names());
    }

    @Test
    void aNestedFailureUndoesOnlyItsOwnChanges() {
        transactions.run(() -> {
            insert("outer");
            assertThrows(
                    ProblemException.class,
                    () -> transactions.run(() -> {
                        database.with(handle -> handle.execute("INSERT INTO joined VALUES ('inner')"));
                        database.with(handle -> handle.execute("INSERT INTO joined VALUES ('outer')"));
                    }));
            insert("after");
        });
        assertEquals(List.of("after", "outer"), names());
    }

    @Test
    void anOuterFailureUndoesWhatANestedCallDid() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.run(() -> {
                    transactions.run(() -> insert("inner"));
                    throw new IllegalStateException("outer");
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void actionsRunAfterTheOutermostCommitOnly() {
        List<String> order = new ArrayList<>();
        transactions.run(() -> {
            transactions.run(() -> {
                insert("inner");
                transactions.afterCommit(() -> order.add("sees " + namesOfAnotherThread()));
            });
            order.add("still open");
        });
        assertEquals(List.of("still open", "sees [inner]"), order);

        assertThrows(
                IllegalStateException.class,
                () -> transactions.run(() -> {
                    transactions.afterCommit(() -> order.add("never"));
                    throw new IllegalStateException("rolls back");
                }));
        transactions.run(() -> assertThrows(
                IllegalStateException.class,
                () -> transactions.run(() -> {
                    transactions.afterCommit(() -> order.add("never"));
                    throw new IllegalStateException("undone");
                })));
        transactions.afterCommit(() -> order.add("at once"));
        assertEquals(List.of("still open", "sees [inner]", "at once"), order);
    }

    @Test
    void whoeverBorrowsTheConnectionCannotEndTheTransaction() throws SQLException {
        transactions.run(() -> {
            try (Connection connection = open.dataSource().getConnection()) {
                assertThrows(SQLException.class, connection::commit);
                assertThrows(SQLException.class, connection::rollback);
                assertThrows(SQLException.class, () -> connection.setAutoCommit(true));
                connection.setAutoCommit(false);
                connection.close();
                assertTrue(connection.isClosed());
                assertThrows(SQLException.class, connection::createStatement);
            }
            insert("still usable");
        });
        assertEquals(List.of("still usable"), names());
    }

    @Test
    void outsideATransactionEveryStatementCommitsByItself() throws Exception {
        try (Connection connection = open.dataSource().getConnection()) {
            assertTrue(connection.getAutoCommit());
        }
        insert("alone");
        assertEquals(List.of("alone"), namesOfAnotherThread());
    }

    @Test
    void connectionsAreGivenBackAlsoAfterFailures() {
        for (int i = 0; i < 50; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> transactions.run(() -> {
                        insert("x");
                        throw new IllegalStateException("each time");
                    }));
        }
        insert("pool is not exhausted");
        assertEquals(List.of("pool is not exhausted"), names());
    }

    @Test
    void anUnreachableServerIsNamed() {
        var nowhere = new dev.evergreen.domain.storage.DatabaseEndpoint(
                "jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1", "nobody", "");
        StorageException failure = assertThrows(StorageException.class, () -> OpenDatabase.open(nowhere, 4));
        assertEquals(StorageException.Kind.UNAVAILABLE, failure.kind());
        assertTrue(failure.getMessage().contains("127.0.0.1:1/none"), failure.getMessage());
        assertTrue(failure.getMessage().contains("nobody"), failure.getMessage());
    }

    private void insert(String name) {
        try (Connection connection = open.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO joined VALUES (?)")) {
            statement.setString(1, name);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names() {
        return database.with(handle -> handle.createQuery("SELECT name FROM joined ORDER BY name")
                .mapTo(String.class)
                .list());
    }

    private List<String> namesOfAnotherThread() {
        return CompletableFuture.supplyAsync(this::names)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
