package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.evergreen.launcher.DataFolder.NodeFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a node runs, and whether all its parts do. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells whether a node runs on the data folder and whether all its parts do.",
        footer = {"", "Exit codes: 0 ready, 1 running but not ready, 5 not running."})
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        DataFolder folder = data.folder();
        Optional<NodeFile> node = folder.node();
        List<String> missing =
                node.map(running -> new NodeClient(running).missing()).orElse(List.of());
        List<String> storage =
                node.map(running -> new NodeClient(running).storage()).orElse(List.of());
        if (json) {
            System.out.println(asJson(folder, node, missing, storage));
        } else {
            print(folder, node, missing, storage);
        }
        if (node.isEmpty()) {
            return Failure.NODE;
        }
        return missing.isEmpty() ? 0 : Failure.ENGINE;
    }

    private static void print(DataFolder folder, Optional<NodeFile> node, List<String> missing, List<String> storage) {
        if (node.isEmpty()) {
            System.out.println("No node is running on " + folder.path() + "; start one with 'evergreen up'");
            return;
        }
        System.out.println(
                (missing.isEmpty() ? "Ready    " : "Not ready ") + node.get().url());
        missing.forEach(part -> System.out.println("  " + part));
        System.out.println("Version  " + node.get().version());
        System.out.println("Process  " + node.get().pid());
        System.out.println("Data     " + folder.path());
        System.out.println("Log      " + folder.log());
        storage.forEach(kept -> System.out.println("Keeps    " + kept));
    }

    private static JsonNode asJson(
            DataFolder folder, Optional<NodeFile> node, List<String> missing, List<String> storage) {
        ObjectNode status = new ObjectMapper().createObjectNode();
        status.put("running", node.isPresent());
        status.put("ready", node.isPresent() && missing.isEmpty());
        status.put("data", folder.path().toString());
        node.ifPresent(running ->
                status.put("url", running.url()).put("pid", running.pid()).put("version", running.version()));
        missing.forEach(status.putArray("missing")::add);
        storage.forEach(status.putArray("storage")::add);
        return status;
    }
}
