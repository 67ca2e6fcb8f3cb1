package dev.evergreen.persistence.embedded.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.domain.storage.StorageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real server; the programs are unpacked once, and a cluster is made once of which each test gets a copy. */
final class EmbeddedDatabaseServerTest {
    @TempDir
    static Path binaries;

    @TempDir
    static Path template;

    @TempDir
    Path root;

    private final List<EmbeddedDatabaseServer> servers = new ArrayList<>();

    @BeforeAll
    static void makeACluster() throws IOException {
        Files.createDirectories(binaries.resolve("postgresql"));
        Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
        shareTheBinaries(template);
        EmbeddedDatabaseServer first =
                new EmbeddedDatabaseServer(new FolderNodeData(template), ServerSettings.DEFAULTS);
        first.start();
        first.stop();
    }

    @BeforeEach
    void copyTheCluster() throws Exception {
        shareTheBinaries(root);
        Process copy = new ProcessBuilder(
                        "cp", "-a", template.resolve("database").toString(), root.toString())
                .inheritIO()
                .start();
        assertEquals(0, copy.waitFor(), "copying the cluster");
    }

    private static void shareTheBinaries(Path node) throws IOException {
        Files.createDirectories(node.resolve("cache"));
        Files.createSymbolicLink(node.resolve("cache/postgresql"), binaries.resolve("postgresql"));
    }

    @AfterEach
    void stopServers() throws Exception {
        servers.forEach(EmbeddedDatabaseServer::stop);
        PostmasterFile.owner(root.resolve("database/data")).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void keepsDataOverRestarts() throws Exception {
        EmbeddedDatabaseServer first = server();
        execute(first.start(), "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
        first.stop();
        assertEquals(7, number(server().start(), "SELECT id FROM kept"));
    }

    @Test
    void listensOnLoopbackOnlyAndAsksForThePassword() throws Exception {
        DatabaseEndpoint endpoint = server().start();
        assertEquals("127.0.0.1", text(endpoint, "SHOW listen_addresses"));
        assertEquals("", text(endpoint, "SHOW unix_socket_directories"));
        DatabaseEndpoint wrong = new DatabaseEndpoint(endpoint.url(), endpoint.user(), "guess");
        SQLException refused = assertThrows(SQLException.class, () -> number(wrong, "SELECT 1"));
        assertEquals("28P01", refused.getSQLState(), "invalid password");
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("database/password"))));
        assertFalse(endpoint.toString().contains(endpoint.password()), "the password must not reach a log");
    }

    @Test
    void commitsReachTheDiskAndMemoryIsSmall() throws Exception {
        DatabaseEndpoint endpoint = server().start();
        assertEquals("on", text(endpoint, "SHOW fsync"));
        assertEquals("on", text(endpoint, "SHOW synchronous_commit"));
        assertEquals("48MB", text(endpoint, "SHOW shared_buffers"));
        assertEquals("40", text(endpoint, "SHOW max_connections"));
        execute(endpoint, "CREATE EXTENSION pg_trgm; CREATE EXTENSION pgcrypto");
        assertEquals(2, number(endpoint, "SELECT count(*) FROM pg_extension WHERE extname IN ('pg_trgm', 'pgcrypto')"));
    }

    @Test
    void unpacksTheProgramsOnce() throws Exception {
        EmbeddedDatabaseServer first = server();
        first.start();
        first.stop();
        Path program;
        try (Stream<Path> files = Files.walk(binaries)) {
            program = files.filter(file -> file.endsWith("bin/postgres"))
                    .findFirst()
                    .orElseThrow();
        }
        Object before = Files.getAttribute(program, "unix:ino");
        server().start();
        assertEquals(before, Files.getAttribute(program, "unix:ino"));
    }

    @Test
    void takesOverTheServerOfAKilledNode() throws Exception {
        Process node = killedNode();
        ProcessHandle left = PostmasterFile.owner(root.resolve("database/data")).orElseThrow();
        assertTrue(PostmasterFile.runs(left), "the server outlives its node");

        DatabaseEndpoint endpoint = server().start();

        assertFalse(node.isAlive());
        assertEquals(left.pid(), serverProcess().pid(), "taken over, not restarted");
        assertEquals(42, number(endpoint, "SELECT id FROM kept"), "committed rows are there and the lock has gone");
    }

    @Test
    void stopsAServerLeftWithOtherSettingsAndStartsItsOwn() throws Exception {
        killedNode();
        ProcessHandle left = serverProcess();
        ServerSettings other = new ServerSettings(0, 32, 30, Duration.ofMinutes(1));

        DatabaseEndpoint endpoint = server(other).start();

        assertFalse(PostmasterFile.runs(left));
        assertNotEquals(left.pid(), serverProcess().pid());
        assertEquals("30", text(endpoint, "SHOW max_connections"));
        assertEquals(42, number(endpoint, "SELECT id FROM kept"));
    }

    @Test
    void replacesAServerThatDoesNotAnswer() throws Exception {
        killedNode();
        ProcessHandle left = serverProcess();
        signal("STOP", left.pid());

        DatabaseEndpoint endpoint = server().start();

        assertFalse(PostmasterFile.runs(left));
        assertEquals(42, number(endpoint, "SELECT id FROM kept"));
    }

    @Test
    void startsBesideAForeignProcessThatGotTheOldNumber() throws Exception {
        EmbeddedDatabaseServer first = server();
        first.start();
        first.stop();
        String self = Long.toString(ProcessHandle.current().pid());
        Files.writeString(
                root.resolve("database/data/postmaster.pid"),
                self + "\n" + root.resolve("database/data") + "\n1700000000\n15400\n\n127.0.0.1\n  0  0\nready\n");
        assertEquals(1, number(server().start(), "SELECT 1"));
        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void startsADeadServerAgainOnItsPort() throws Exception {
        DatabaseEndpoint endpoint = server().start();
        execute(endpoint, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (9)");
        ProcessHandle first = serverProcess();
        first.destroyForcibly();
        awaitSuccessor(first);
        assertEquals(9, number(endpoint, "SELECT id FROM kept"));
    }

    /** As one does that waits for what its killed server held. */
    @Test
    void endsASessionThatDoesNotNoticeTheDeathOfItsServer() throws Exception {
        DatabaseEndpoint endpoint = server().start();
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet session = statement.executeQuery("SELECT pg_backend_pid()")) {
            session.next();
            ProcessHandle blind = ProcessHandle.of(session.getLong(1)).orElseThrow();
            signal("STOP", blind.pid());
            ProcessHandle first = serverProcess();
            first.destroyForcibly();
            awaitSuccessor(first);
            assertFalse(PostmasterFile.runs(blind));
        }
        assertEquals(1, number(endpoint, "SELECT 1"));
    }

    private void awaitSuccessor(ProcessHandle first) throws Exception {
        awaitTrue(
                "the server is back",
                () -> PostmasterFile.read(root.resolve("database/data"))
                        .filter(file -> file.ready() && file.processId() != first.pid())
                        .isPresent());
    }

    @Test
    void rootRunsTheServerAsNobodyWhereNamespacesAreForbidden() throws Exception {
        assumeTrue(
                (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "only root can become another");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        EmbeddedDatabaseServer inNamespace = server();
        execute(inNamespace.start(), "CREATE TABLE kept (id int); INSERT INTO kept VALUES (5)");
        inNamespace.stop();

        PostgresBinaries programs = PostgresBinaries.unpack(root.resolve("cache/postgresql"));
        Cluster cluster = new Cluster(root.resolve("database"), programs);
        ServerAccount nobody = ServerAccount.unprivileged();
        nobody.own(cluster.data());
        Postmaster postmaster = new Postmaster(cluster, programs, nobody, ServerSettings.DEFAULTS);
        Postmaster.Running running = postmaster.startOrAdopt();
        try {
            int user = (Integer)
                    Files.getAttribute(Path.of("/proc/" + running.process().pid()), "unix:uid");
            assertEquals(nobody.userId(), user);
            String url = "jdbc:postgresql://127.0.0.1:" + running.port() + "/postgres";
            assertEquals(5, number(new DatabaseEndpoint(url, Cluster.USER, cluster.password()), "SELECT id FROM kept"));
        } finally {
            postmaster.stop(running.process());
        }

        assertEquals(5, number(server().start(), "SELECT id FROM kept"), "and back again");
    }

    @Test
    void makesANewClusterAsNobody() throws Exception {
        assumeTrue(
                (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "only root can become another");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresBinaries programs = PostgresBinaries.unpack(root.resolve("cache/postgresql"));
        Path folder = Files.createDirectories(root.resolve("another"));
        Cluster cluster = new Cluster(folder, programs);
        cluster.create(ServerAccount.unprivileged());
        assertTrue(Files.exists(cluster.data().resolve("PG_VERSION")));
        assertFalse(Files.exists(folder.resolve("password.initdb")));
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() throws Exception {
        try (var taken = new java.net.ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ServerSettings settings = new ServerSettings(taken.getLocalPort(), 48, 40, Duration.ofMinutes(1));
            StorageException failure =
                    assertThrows(StorageException.class, () -> server(settings).start());
            assertTrue(failure.getMessage().contains("postgresql.log"), failure.getMessage());
            assertTrue(failure.getMessage().contains("Address already in use"), failure.getMessage());
        }
    }

    @Test
    void refusesAnotherMajorVersion() throws Exception {
        EmbeddedDatabaseServer first = server();
        first.start();
        first.stop();
        Files.writeString(root.resolve("database/data/PG_VERSION"), "17\n");
        StorageException failure = assertThrows(StorageException.class, () -> server().start());
        assertEquals(StorageException.Kind.MISCONFIGURED, failure.kind());
        assertTrue(failure.getMessage().contains("PostgreSQL 17"), failure.getMessage());
    }

    @Test
    void refusesSettingsOutOfRange() {
        StorageException failure =
                assertThrows(StorageException.class, () -> new ServerSettings(0, 4, 40, Duration.ofMinutes(1)));
        assertEquals(
                "shared.buffers=4 in etc/dev.evergreen.database.embedded.cfg must be 16 to 4096", failure.getMessage());
    }

    private EmbeddedDatabaseServer server() {
        return server(ServerSettings.DEFAULTS);
    }

    private EmbeddedDatabaseServer server(ServerSettings settings) {
        EmbeddedDatabaseServer server = new EmbeddedDatabaseServer(new FolderNodeData(root), settings);
        servers.add(server);
        return server;
    }

    private ProcessHandle serverProcess() throws IOException {
        return PostmasterFile.owner(root.resolve("database/data")).orElseThrow();
    }

    /** Runs a node until it has committed, then kills it, as kill -9 does. */
    private Process killedNode() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process node = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProcess.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("committed", out.readLine());
        node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        return node;
    }

    private static void signal(String name, long process) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("sh", "-c", "kill -" + name + " " + process)
                        .start()
                        .waitFor());
    }

    private static void execute(DatabaseEndpoint endpoint, String sql) throws SQLException {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(DatabaseEndpoint endpoint, String sql) throws SQLException {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int number(DatabaseEndpoint endpoint, String sql) throws SQLException {
        return Integer.parseInt(text(endpoint, sql));
    }

    private static Connection connect(DatabaseEndpoint endpoint) throws SQLException {
        return DriverManager.getConnection(endpoint.url() + "?socketTimeout=20", endpoint.user(), endpoint.password());
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void awaitTrue(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "In time: " + what);
            Thread.onSpinWait();
        }
    }
}
