package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Under which account the server's programs run. PostgreSQL refuses to run as root; where the node is root (a container, a
 * test machine), they run in a user namespace of their own, or where that is forbidden as an unprivileged user.
 *
 * @param prefix what to put before a command; empty where the node is no root
 * @param userId the user that must own the server's files
 */
record ServerAccount(List<String> prefix, int userId) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /** Finds an account that can run {@code program} from a folder it can reach. */
    static ServerAccount choose(String program, Path dataFolder) throws IOException {
        int self = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (self != ROOT) {
            return new ServerAccount(List.of(), self);
        }
        ServerAccount namespace = new ServerAccount(List.of("unshare", "--user"), ROOT);
        if (namespace.canRun(program)) {
            return namespace;
        }
        ServerAccount nobody = unprivileged();
        if (nobody.canRun(program)) {
            return nobody;
        }
        throw new StorageException(
                StorageException.Kind.MISCONFIGURED,
                "PostgreSQL refuses to run as root, user namespaces are forbidden here, and an unprivileged user cannot"
                        + " reach " + dataFolder + ". Start Evergreen as another user, or put the data folder where"
                        + " everybody may enter (EVERGREEN_DATA), or name a database server (EVERGREEN_DATABASE_URL)");
    }

    /** The system's user for programs that own nothing. */
    static ServerAccount unprivileged() {
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
    }

    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(arguments);
        return command;
    }

    /** Makes the account the owner of everything in {@code folder}, when another one was it before. */
    void own(Path folder) throws IOException {
        if (prefix.isEmpty() || userId == (Integer) Files.getAttribute(folder, "unix:uid")) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(visited, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean canRun(String program) {
        try {
            Process process = new ProcessBuilder(command(program, List.of("--version")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
