package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.NodeData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data folder without a lock. */
record FolderNodeData(Path root) implements NodeData {
    @Override
    public Path folder(String... name) {
        try {
            return Files.createDirectories(root.resolve(String.join("/", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String nodeId() {
        return "node-under-test";
    }
}
