package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A node for the time of one command: the one that runs on the data folder already, else an own one, stopped at the end. */
final class NodeSession implements AutoCloseable {
    private final NodeFile node;
    private final boolean own;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread onInterrupt = new Thread(this::close, "stop-node");

    private NodeSession(NodeFile node, boolean own) {
        this.node = node;
        this.own = own;
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    static NodeSession open(DataFolder data, Runnable beforeStart) {
        Optional<NodeFile> running = data.node();
        if (running.isPresent()) {
            return new NodeSession(running.get(), false);
        }
        beforeStart.run();
        return new NodeSession(NodeProcess.ofDistribution().start(data, 0), true);
    }

    NodeClient client() {
        return new NodeClient(node);
    }

    @Override
    public void close() {
        if (own && closed.compareAndSet(false, true)) {
            NodeProcess.stop(node);
        }
    }
}
