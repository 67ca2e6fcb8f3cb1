package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.util.Optional;

/** A node for the time of one command: the one that runs on the data folder already, else an own one, stopped at the end. */
final class NodeSession implements AutoCloseable {
    private final NodeFile node;
    private final boolean own;
    private boolean closed;
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

    NodeFile node() {
        return node;
    }

    /** Returns when the node has stopped, whoever of the command and its interruption was first. */
    @Override
    public synchronized void close() {
        if (own && !closed) {
            closed = true;
            NodeProcess.stop(node);
        }
    }
}
