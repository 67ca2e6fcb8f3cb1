package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with the server's data and the password of its one user. */
final class Cluster {
    /** The role that owns everything. */
    static final String USER = "evergreen";

    /** The one database; it exists in every new cluster. */
    static final String DATABASE = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String MAJOR_VERSION = "18";
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final PostgresBinaries binaries;

    /** @param folder the node's folder for the database */
    Cluster(Path folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    /** Makes the cluster unless it is there; a crash meanwhile leaves nothing that could be taken for one. */
    void create(ServerAccount account) throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            requireVersion();
            return;
        }
        Path unfinished = folder.resolve("unfinished");
        FileTrees.delete(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(unfinished);
        Path passwordFile = folder.resolve("password");
        if (!Files.exists(passwordFile)) {
            writePassword(passwordFile);
        }
        initialise(account, unfinished, passwordFile);
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(folder.resolve("password")).strip();
    }

    private void requireVersion() throws IOException {
        String version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "The database in " + data() + " is of PostgreSQL " + version + ", this Evergreen brings "
                            + MAJOR_VERSION
                            + "; start the Evergreen that wrote it, dump the database and load the dump here");
        }
    }

    private static void writePassword(Path file) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    private void initialise(ServerAccount account, Path target, Path passwordFile) throws IOException {
        long started = System.nanoTime();
        // The account may not be able to read the node's own password file, so it gets a copy for a moment.
        Path copy = folder.resolve("password.initdb");
        Files.deleteIfExists(copy);
        Files.copy(passwordFile, copy, StandardCopyOption.COPY_ATTRIBUTES);
        account.own(copy);
        try {
            runInitdb(account, target, copy);
        } finally {
            Files.delete(copy);
        }
        LOG.info("Made a new database in {} in {} ms", data(), (System.nanoTime() - started) / 1_000_000);
    }

    private void runInitdb(ServerAccount account, Path target, Path passwordFile) throws IOException {
        List<String> command = account.command(
                binaries.program("initdb"),
                List.of(
                        "-D",
                        target.toString(),
                        "-U",
                        USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--wal-segsize=4",
                        "--no-instructions"));
        Path output = folder.resolve("initdb.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw failure("did not end within two minutes", output);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw failure("was interrupted", output);
        }
        if (process.exitValue() != 0) {
            throw failure("failed with exit code " + process.exitValue(), output);
        }
    }

    private static StorageException failure(String what, Path output) throws IOException {
        return LogFile.failure("Making the database " + what + ": ", LogFile.tail(output, 5), null);
    }
}
