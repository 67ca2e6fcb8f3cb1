package dev.evergreen.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands that use a node at the moment, as one file each in the data folder. A node that a command started for itself is stopped
 * by the last command that used it.
 */
final class NodeUsers {
    private static final String STARTED = "started-by-a-command";

    private final Path folder;

    NodeUsers(DataFolder data) {
        folder = data.path().resolve("run").resolve("users");
    }

    /** Notes that a node is there for commands only. */
    void started(long node) {
        write(STARTED, Long.toString(node));
    }

    /** Whether a command started this node, so that the last command stops it. */
    boolean startedByCommand(long node) {
        try {
            return Files.readString(folder.resolve(STARTED)).equals(Long.toString(node));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void enter() {
        write(Long.toString(ProcessHandle.current().pid()), "");
    }

    /** @return whether nobody else is left */
    boolean leave() {
        try {
            Files.deleteIfExists(
                    folder.resolve(Long.toString(ProcessHandle.current().pid())));
            List<Path> others;
            try (Stream<Path> files = Files.list(folder)) {
                others = files.filter(file -> !file.endsWith(STARTED)).toList();
            }
            for (Path other : others) {
                Instant since = Files.getLastModifiedTime(other).toInstant();
                if (DataFolder.isAliveSince(Long.parseLong(String.valueOf(other.getFileName())), since)) {
                    return false;
                }
                // Left by a command that was killed.
                Files.deleteIfExists(other);
            }
            return true;
        } catch (NoSuchFileException e) {
            return false; // another command leaves at the same moment, and looks after this one
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void write(String name, String content) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Failure unusable(IOException e) {
        return new Failure(
                Failure.FILES,
                folder + " cannot be used (" + e.getMessage() + "); make it writable or use --data with another folder",
                e);
    }
}
