package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder in which a node keeps everything; it also says which node runs on it. */
record DataFolder(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();

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
            return Optional.of(node).filter(NodeFile::isAlive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure(
                    Failure.FILES,
                    file + " cannot be read (" + e.getMessage() + "); it belongs to whoever started the node",
                    e);
        }
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
        boolean isAlive() {
            return !url.isEmpty()
                    && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }
}
