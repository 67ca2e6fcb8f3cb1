package dev.evergreen.persistence.internal;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.persistence.embedded.internal.EmbeddedDatabaseServer;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.node.NodeDataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The real embedded PostgreSQL, started once for all tests of this process and removed with it. */
public final class TestDatabase {
    private static final TestDatabase ONE = new TestDatabase();

    private final EmbeddedDatabaseServer server;
    private final DatabaseEndpoint endpoint;
    private final OpenDatabase database;

    private TestDatabase() {
        try {
            Path root = Files.createTempDirectory("evergreen-test-");
            NodeData nodeData = new NodeDataFolder(root, 0);
            server = new EmbeddedDatabaseServer(nodeData);
            endpoint = server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, root)));
            database = OpenDatabase.open(endpoint, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its schema is current; its rows are whatever earlier tests left. */
    public static OpenDatabase open() {
        return ONE.database;
    }

    /** For a further pool or a raw connection. */
    public static DatabaseEndpoint endpoint() {
        return ONE.endpoint;
    }

    private static void stop(EmbeddedDatabaseServer server, Path root) {
        server.stop();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
