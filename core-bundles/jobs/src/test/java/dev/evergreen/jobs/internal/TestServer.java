package dev.evergreen.jobs.internal;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.persistence.embedded.internal.EmbeddedDatabaseServer;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.node.NodeDataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One real PostgreSQL for all tests of this process; each test gets a database of its own. */
final class TestServer {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static DatabaseEndpoint endpoint;
    private static OpenDatabase shared;

    private TestServer() {}

    /** A new, migrated database. */
    static OpenDatabase database(int poolSize) throws SQLException {
        return OpenDatabase.open(emptyDatabase(), poolSize);
    }

    /** One migrated database for all tests of this process, without jobs. */
    static synchronized OpenDatabase emptied() throws SQLException {
        if (shared == null) {
            shared = database(16);
        }
        shared.database().with(handle -> handle.execute("DELETE FROM generation_jobs"));
        shared.database().with(handle -> handle.execute("DELETE FROM job_workers"));
        shared.database().with(handle -> handle.execute("UPDATE job_queues SET paused = FALSE"));
        return shared;
    }

    static synchronized DatabaseEndpoint emptyDatabase() throws SQLException {
        DatabaseEndpoint server = server();
        String name = "jobs_" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name;
        return new DatabaseEndpoint(url, server.user(), server.password());
    }

    private static synchronized DatabaseEndpoint server() {
        if (endpoint == null) {
            try {
                Path folder = Files.createTempDirectory("evergreen-jobs");
                NodeDataFolder node = new NodeDataFolder(folder, 0);
                EmbeddedDatabaseServer embedded = new EmbeddedDatabaseServer(node);
                endpoint = embedded.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    embedded.stop();
                    node.unlock();
                    delete(folder);
                }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return endpoint;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
