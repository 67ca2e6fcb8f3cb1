package dev.evergreen.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The folder in which a node keeps everything; it also says which node runs on it. */
record DataFolder(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** By how much the clock may have been set between the node's start and its writing of the file. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** {@code EVERGREEN_DATA}, else the place the XDG base directory specification gives. */
    static DataFolder standard(Map<String, String> environment) {
        String named = environment.getOrDefault("EVERGREEN_DATA", "");
        if (!named.isEmpty()) {
            return new DataFolder(Path.of(named));
        }
        String shared = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base =
                shared.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".local", "share") : Path.of(shared);
        return new DataFolder(base.resolve("evergreen"));
    }

    /** The folder itself, or what is there of the way to it. */
    Path nearest() {
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    Path log() {
        return path.resolve("log").resolve("evergreen.log");
    }

    /** What a node that is starting prints before its log works. */
    Path output() {
        return path.resolve("log").resolve("node.out");
    }

    /** The node that runs on this folder, if its process is alive; a file left behind by a kill does not count. */
    Optional<NodeFile> node() {
        Path file = path.resolve("run").resolve("node.json");
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            NodeFile node = new NodeFile(
                    json.path("pid").asLong(),
                    json.path("url").asText(),
                    json.path("token").asText(),
                    json.path("version").asText());
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(node).filter(found -> found.isAliveSince(written));
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty(); // none, or one that died while it wrote
        } catch (AccessDeniedException e) {
            throw new Failure(
                    Failure.FILES,
                    file + " cannot be read; it belongs to whoever started the node, so use --data with another folder",
                    e);
        } catch (FileSystemException e) {
            return Optional.empty(); // the folder is none: whoever wants to write to it says so
        } catch (IOException e) {
            throw new Failure(
                    Failure.FILES,
                    file + " cannot be read (" + e.getMessage() + "); use --data with another folder",
                    e);
        }
    }

    /** A process that began after a file about it was written only has the number of one that died. */
    static boolean isAliveSince(long pid, Instant written) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .startInstant()
                        .map(start -> start.isBefore(written.plus(CLOCK_TOLERANCE)))
                        .orElse(true))
                .orElse(false);
    }

    /**
     * How to reach a running node.
     *
     * @param pid its process
     * @param url where it listens, without a slash at the end
     * @param token what calls that change something must carry
     * @param version of the node
     */
    record NodeFile(long pid, String url, String token, String version) {
        boolean isAliveSince(Instant written) {
            return !url.isEmpty() && DataFolder.isAliveSince(pid, written);
        }
    }
}
