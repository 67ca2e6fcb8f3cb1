package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A node in a process of its own, to be killed: starts the database, commits a row, says so, and holds a lock for ever. */
final class NodeProcess {
    private NodeProcess() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseEndpoint endpoint = new EmbeddedDatabaseServer(new FolderNodeData(Path.of(arguments[0]))).start();
        try (Connection connection = DriverManager.getConnection(endpoint.url(), endpoint.user(), endpoint.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
            statement.execute("INSERT INTO kept VALUES (42)");
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE kept IN ACCESS EXCLUSIVE MODE");
            System.out.println("committed");
            statement.execute("SELECT pg_sleep(600)");
        }
    }
}
