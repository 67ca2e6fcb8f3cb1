package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a node with the studio and leaves it running. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts a node with the studio, and leaves it running until 'evergreen down'.",
        footer = {
            "",
            "Exit codes: 0 it runs, 2 an option cannot be meant, 3 a tool is missing, 4 the data folder cannot be used, 5 the port"
                    + " is taken or the node does not get ready."
        })
final class UpCommand implements Callable<Integer> {
    /** Where the studio is served, unless the environment names another port. */
    static final String STUDIO_PORT = "${env:EVERGREEN_PORT:-8181}";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = STUDIO_PORT,
            description = "port on the loopback address (default: $EVERGREEN_PORT, else 8181; 0 for any free one)")
    private int port;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        DataFolder folder = data.folder();
        Optional<NodeFile> running = folder.node();
        if (running.isPresent()) {
            System.out.println("Already running: " + running.get().url());
            return 0;
        }
        requireFree(port);
        System.out.println("Starting a node on " + folder.path());
        NodeFile node = NodeProcess.ofDistribution().start(folder, port);
        System.out.println("Studio  " + node.url());
        System.out.println("Stop    evergreen down");
        return 0;
    }

    static void requireFree(int port) {
        if (port < 0 || port > 65_535) {
            throw new Failure(Failure.USAGE, "port " + port + " does not exist; choose 0 to 65535");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new Failure(
                    Failure.NODE,
                    "port " + port + " cannot be used (" + e.getMessage()
                            + "); choose another with --port, or 0 for any",
                    e);
        }
    }
}
