package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A node for the time of one command: the one that runs on the data folder already, else one that is started for it. The last command
 * that uses a started one stops it.
 */
final class NodeSession implements AutoCloseable {
    private static final Duration DEAD_WITHIN = Duration.ofSeconds(2);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);

    private final DataFolder data;
    /** Whether a command started the node, this one or another. */
    private final boolean forCommands;
    /** The start script, which starts a crashed node again. */
    private final Optional<ProcessHandle> script;

    private NodeFile node;
    private boolean closed;

    private NodeSession(DataFolder data, NodeFile node, boolean forCommands) {
        this.data = data;
        this.node = node;
        this.forCommands = forCommands;
        script = ProcessHandle.of(node.pid()).flatMap(ProcessHandle::parent);
    }

    static NodeSession open(DataFolder data, Runnable beforeStart) {
        NodeUsers users = new NodeUsers(data);
        Optional<NodeFile> running = data.node();
        if (running.isEmpty()) {
            beforeStart.run();
        }
        NodeFile node = running.orElseGet(() -> start(data, users));
        users.enter();
        NodeSession session = new NodeSession(data, node, users.startedByCommand(node.pid()));
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(session::close, "stop-node"));
        } catch (IllegalStateException e) {
            session.close();
            throw new Interrupted(e);
        }
        return session;
    }

    private static NodeFile start(DataFolder data, NodeUsers users) {
        try {
            NodeFile node = NodeProcess.ofDistribution().start(data, 0);
            users.started(node.pid());
            return node;
        } catch (NodeProcess.FolderInUse e) {
            // Another command was a moment earlier: its node serves both.
            if (await(BACK_WITHIN, () -> data.node().filter(NodeSession::ready).isPresent())) {
                return data.node().orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private static boolean ready(NodeFile node) {
        try {
            return new NodeClient(node).missing().isEmpty();
        } catch (Failure e) {
            return false; // it is not that far yet
        }
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
        if (closed || found.filter(NodeSession::ready).isEmpty()) {
            return closed;
        }
        node = found.get();
        if (forCommands) {
            new NodeUsers(data).started(node.pid());
        }
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

    /** Returns when the node has stopped, if no other command uses it. */
    @Override
    public synchronized void close() {
        if (!closed && new NodeUsers(data).leave() && forCommands) {
            NodeProcess.stop(node);
        }
        closed = true;
    }
}
