package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.domain.storage.NodeData;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL that is killed, started again on its port, and made to stand still. */
public final class KillableServer implements AutoCloseable {
    private final Postmaster postmaster;
    private final DatabaseEndpoint endpoint;
    private Postmaster.Running running;

    public KillableServer(NodeData node) throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpack(node.folder("cache", "postgresql"));
        ServerAccount account = ServerAccount.choose(binaries.program("postgres"), node.root());
        Cluster cluster = new Cluster(node.folder("database"), binaries);
        cluster.create(account);
        account.own(cluster.data());
        postmaster = new Postmaster(cluster, binaries, account, ServerSettings.DEFAULTS);
        running = postmaster.startOrAdopt();
        endpoint = new DatabaseEndpoint(
                "jdbc:postgresql://" + ServerSettings.HOST + ":" + running.port() + "/" + Cluster.DATABASE,
                Cluster.USER,
                cluster.password());
    }

    public DatabaseEndpoint endpoint() {
        return endpoint;
    }

    /** As the kernel does: nothing is written any more, nobody is told. */
    public void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    public void restart() throws IOException, InterruptedException {
        running = postmaster.restart(running.port());
    }

    /** Connections stay open and are not answered. */
    public void standStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        for (ProcessHandle process : processes()) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(running.process()), running.process().descendants())
                .toList();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        postmaster.stop(running.process());
    }
}
