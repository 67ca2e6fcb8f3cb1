package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A node for the time of one command: the one that runs on the data folder already, else an own one, stopped at the end. */
final class NodeSession implements AutoCloseable {
    private static final Duration DEAD_WITHIN = Duration.ofSeconds(2);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);

    private final DataFolder data;
    private final boolean own;
    /** The start script, which starts a crashed node again. */
    private final Optional<ProcessHandle> script;

    private NodeFile node;
    private boolean closed;

    private NodeSession(DataFolder data, NodeFile node, boolean own) {
        this.data = data;
        this.node = node;
        this.own = own;
        script = ProcessHandle.of(node.pid()).flatMap(ProcessHandle::parent);
    }

    static NodeSession open(DataFolder data, Runnable beforeStart) {
        Optional<NodeFile> running = data.node();
        if (running.isPresent()) {
            return new NodeSession(data, running.get(), false);
        }
        beforeStart.run();
        NodeSession session = new NodeSession(data, NodeProcess.ofDistribution().start(data, 0), true);
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(session::close, "stop-node"));
        } catch (IllegalStateException e) {
            session.close();
            throw new Interrupted(e);
        }
        return session;
    }

    synchronized NodeClient client() {
        return new NodeClient(node);
    }

    synchronized NodeFile node() {
        return node;
    }

    /** After the node broke off: whether it had crashed and its successor, which from now on is this session's node, is ready. */
    boolean awaitSuccessor() {
        long gone = node().pid();
        boolean dead = await(
                DEAD_WITHIN,
                () -> ProcessHandle.of(gone).filter(ProcessHandle::isAlive).isEmpty());
        return dead
                && script.isPresent()
                && await(BACK_WITHIN, () -> !script.get().isAlive() || successor(gone))
                && node().pid() != gone;
    }

    private synchronized boolean successor(long gone) {
        Optional<NodeFile> found = data.node().filter(file -> file.pid() != gone);
        if (closed || found.isEmpty()) {
            return closed;
        }
        try {
            if (!new NodeClient(found.get()).missing().isEmpty()) {
                return false;
            }
        } catch (Failure e) {
            return false; // it is not that far yet
        }
        node = found.get();
        return true;
    }

    /** Whether it holds in time. */
    private static boolean await(Duration patience, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            NodeProcess.pause();
        }
        return true;
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
