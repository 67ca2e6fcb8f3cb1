package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the node. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops the node; work that is not finished goes on at the next start.")
final class DownCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        DataFolder folder = data.folder();
        Optional<NodeFile> node = folder.node();
        if (node.isEmpty()) {
            System.out.println("No node is running on " + folder.path());
            return 0;
        }
        NodeProcess.stop(node.get());
        System.out.println("Stopped.");
        return 0;
    }
}
