package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.util.Optional;

/** A node for the time of one command: the one that runs on the data folder already, else an own one, stopped at the end. */
final class NodeSession implements AutoCloseable {
    private final NodeFile node;
    private final boolean own;
    private boolean closed;

    private NodeSession(NodeFile node, boolean own) {
        this.node = node;
        this.own = own;
    }

    static NodeSession open(DataFolder data, Runnable beforeStart) {
        Optional<NodeFile> running = data.node();
        if (running.isPresent()) {
            return new NodeSession(running.get(), false);
        }
        beforeStart.run();
        NodeSession session = new NodeSession(NodeProcess.ofDistribution().start(data, 0), true);
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(session::close, "stop-node"));
        } catch (IllegalStateException e) {
            session.close();
            throw new Interrupted(e);
        }
        return session;
    }

    NodeClient client() {
        return new NodeClient(node);
    }

    NodeFile node() {
        return node;
    }

    /** Returns when the node has stopped, whoever asked it to. */
    @Override
    public synchronized void close() {
        if (own && !closed) {
            NodeProcess.stop(node);
        }
        closed = true;
    }
}
