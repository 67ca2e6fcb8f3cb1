package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.StorageException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, adopts and stops the server process of one cluster. Not thread-safe. */
final class Postmaster {
    /** A server that accepts connections. */
    record Running(ProcessHandle process, int port) {}

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int ATTEMPTS = 4;
    private static final int PROBE_MILLIS = 2000;
    private static final int STOP_SECONDS = 10;
    private static final int HANGING_STOP_SECONDS = 2;
    private static final int POLL_MILLIS = 20;
    private static final int SSL_REQUEST_CODE = 80877103;

    private final Cluster cluster;
    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final ServerSettings settings;

    Postmaster(Cluster cluster, PostgresBinaries binaries, ServerAccount account, ServerSettings settings) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.account = account;
        this.settings = settings;
    }

    /**
     * Takes over a server that a killed node left running in the cluster's folder, when it is this very program with these
     * settings and answers; stops any other one; starts a new one otherwise.
     */
    Running startOrAdopt() throws IOException, InterruptedException {
        Optional<ProcessHandle> left = PostmasterFile.owner(cluster.data());
        if (left.isPresent()) {
            Optional<Running> adopted = adopt(left.get());
            if (adopted.isPresent()) {
                LOG.info(
                        "Took over the database server a former node left running (process {})",
                        left.get().pid());
                return adopted.get();
            }
            LOG.info(
                    "Stopping the database server a former node left running (process {})",
                    left.get().pid());
            boolean hangs = PostmasterFile.read(cluster.data())
                    .map(file -> !answers(file.port()))
                    .orElse(true);
            stop(left.get(), hangs ? HANGING_STOP_SECONDS : STOP_SECONDS);
        }
        return start(settings.port());
    }

    /** Starts a new server on the port of one that died. */
    Running restart(int port) throws IOException, InterruptedException {
        return start(port);
    }

    /** Ends the server: fast, with a checkpoint, and only if that takes too long without one. */
    void stop(ProcessHandle process) throws IOException, InterruptedException {
        stop(process, STOP_SECONDS);
    }

    private void stop(ProcessHandle process, int seconds) throws IOException, InterruptedException {
        for (String mode : List.of("fast", "immediate")) {
            if (PostmasterFile.runs(process)) {
                List<String> arguments = List.of(
                        "stop", "-D", cluster.data().toString(), "-m", mode, "-w", "-t", Integer.toString(seconds));
                run(account.command(binaries.program("pg_ctl"), arguments), 2 * seconds);
            }
        }
        if (PostmasterFile.runs(process)) {
            process.destroyForcibly();
            LOG.warn(
                    "The database server (process {}) had to be killed; it will recover at its next start",
                    process.pid());
        }
    }

    private Optional<Running> adopt(ProcessHandle process) throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.read(cluster.data());
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        boolean same = file.isPresent()
                && process.info()
                        .command()
                        .filter(binaries.program("postgres")::equals)
                        .isPresent()
                && arguments.equals(
                        settings.arguments(cluster.data(), file.get().port()));
        return same && file.get().ready() && answers(file.get().port())
                ? Optional.of(new Running(process, file.get().port()))
                : Optional.empty();
    }

    private Running start(int wantedPort) throws IOException, InterruptedException {
        endOrphans();
        // The number in a stale file may belong to another program by now, which would keep PostgreSQL from starting.
        Files.deleteIfExists(PostmasterFile.in(cluster.data()));
        String complaint = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            LogFile.rotate(cluster.log());
            int port = wantedPort == 0 ? freePort() : wantedPort;
            Process process = new ProcessBuilder(
                            account.command(binaries.program("postgres"), settings.arguments(cluster.data(), port)))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                    .start();
            if (awaitReady(process)) {
                return new Running(process.toHandle(), port);
            }
            complaint = LogFile.tail(cluster.log(), 8);
            LOG.warn("The database server did not start (attempt {} of {}): {}", attempt, ATTEMPTS, complaint);
        }
        throw LogFile.failure(
                "The embedded database in " + cluster.data() + " does not start; the end of " + cluster.log() + ": ",
                complaint,
                null);
    }

    /**
     * A server that was killed may leave sessions that wait for ever for a lock which it held; PostgreSQL does not start beside
     * them. Nothing that was committed depends on them.
     */
    private void endOrphans() throws InterruptedException {
        List<ProcessHandle> orphans = PostmasterFile.workingIn(cluster.data());
        for (ProcessHandle orphan : orphans) {
            LOG.warn("Ending process {} that a killed database server left behind", orphan.pid());
            orphan.destroyForcibly();
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        while (orphans.stream().anyMatch(PostmasterFile::runs) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** False when the process ended instead. */
    private boolean awaitReady(Process process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + settings.startLimit().toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                process.destroy();
                throw e;
            }
            Optional<PostmasterFile> file = PostmasterFile.read(cluster.data());
            if (file.isPresent()
                    && file.get().processId() == process.pid()
                    && file.get().ready()) {
                return true;
            }
        }
        stop(process.toHandle());
        throw new StorageException(
                StorageException.Kind.UNAVAILABLE,
                "The embedded database in " + cluster.data() + " was not ready within " + settings.startLimit()
                        + " (start.seconds in etc/dev.evergreen.database.embedded.cfg); see " + cluster.log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ServerSettings.HOST))) {
            return socket.getLocalPort();
        }
    }

    /**
     * Asks for encryption, which any server that still accepts work answers with one byte (PostgreSQL's message flow,
     * SSLRequest); a stopped process would accept the connection and stay silent.
     */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(ServerSettings.HOST, port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(2 * Integer.BYTES);
            out.writeInt(SSL_REQUEST_CODE);
            out.flush();
            int answer = new DataInputStream(socket.getInputStream()).read();
            return answer == 'N' || answer == 'S';
        } catch (IOException e) {
            LOG.debug("The server on port {} does not answer", port, e);
            return false;
        }
    }

    private static void run(List<String> command, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
