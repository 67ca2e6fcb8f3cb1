package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option every command has that talks to a node. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder of the node (default: $EVERGREEN_DATA, else ~/.local/share/evergreen)")
    private @Nullable Path path;

    DataFolder folder() {
        return path == null ? DataFolder.standard(System.getenv()) : new DataFolder(path);
    }

    /** The node that runs on the folder. */
    NodeClient running() {
        DataFolder folder = folder();
        NodeFile node = folder.node()
                .orElseThrow(() -> new Failure(
                        Failure.NODE, "no node is running on " + folder.path() + "; start one with 'evergreen up'"));
        return new NodeClient(node);
    }
}
