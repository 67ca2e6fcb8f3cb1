package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.domain.storage.DatabaseServer;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private PostgreSQL of a node. Nothing runs before {@link #start}; a server that dies is started again on its port, so
 * that open pools reconnect, unless it keeps dying.
 */
@Component(configurationPid = "dev.evergreen.database.embedded")
@Designate(ocd = EmbeddedDatabaseConfiguration.class)
public final class EmbeddedDatabaseServer implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabaseServer.class);
    private static final int MOST_RESTARTS = 3;
    private static final Duration RESTART_PERIOD = Duration.ofMinutes(10);

    private final NodeData nodeData;
    private final ServerSettings settings;
    private final Deque<Long> restarts = new ArrayDeque<>();
    private @Nullable Postmaster postmaster;
    private Postmaster.@Nullable Running running;
    private @Nullable DatabaseEndpoint endpoint;
    private boolean stopped;

    @Activate
    public EmbeddedDatabaseServer(@Reference NodeData nodeData, EmbeddedDatabaseConfiguration configuration) {
        this(
                nodeData,
                new ServerSettings(
                        configuration.port(),
                        configuration.shared_buffers(),
                        configuration.max_connections(),
                        Duration.ofSeconds(configuration.start_seconds())));
    }

    /** With the default settings. */
    public EmbeddedDatabaseServer(NodeData nodeData) {
        this(nodeData, ServerSettings.DEFAULTS);
    }

    EmbeddedDatabaseServer(NodeData nodeData, ServerSettings settings) {
        this.nodeData = nodeData;
        this.settings = settings;
    }

    @Override
    public synchronized DatabaseEndpoint start() {
        DatabaseEndpoint known = endpoint;
        if (known != null) {
            return known;
        }
        try {
            Path folder = nodeData.folder("database");
            PostgresBinaries binaries = PostgresBinaries.unpack(nodeData.folder("cache", "postgresql"));
            ServerAccount account = ServerAccount.choose(binaries.program("postgres"), nodeData.root());
            Cluster cluster = new Cluster(folder, binaries);
            cluster.create(account);
            account.own(cluster.data());
            Postmaster started = new Postmaster(cluster, binaries, account, settings);
            postmaster = started;
            Postmaster.Running server = watch(started.startOrAdopt());
            String url = "jdbc:postgresql://" + ServerSettings.HOST + ":" + server.port() + "/" + Cluster.DATABASE;
            DatabaseEndpoint made = new DatabaseEndpoint(url, Cluster.USER, cluster.password());
            endpoint = made;
            LOG.info("The embedded database runs on {}", url);
            return made;
        } catch (IOException e) {
            throw LogFile.failure("Cannot start the embedded database in " + nodeData.root() + ": ", e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(
                    StorageException.Kind.UNAVAILABLE, "Interrupted while starting the embedded database", e);
        }
    }

    /** Stops the server; what is committed is on disk. */
    @Deactivate
    public synchronized void stop() {
        stopped = true;
        Postmaster.Running server = running;
        Postmaster control = postmaster;
        if (server == null || control == null) {
            return;
        }
        try {
            control.stop(server.process());
            LOG.info("The embedded database has stopped");
        } catch (IOException e) {
            LOG.error(
                    "Cannot stop the embedded database (process {})",
                    server.process().pid(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error(
                    "Interrupted while stopping the embedded database (process {})",
                    server.process().pid(),
                    e);
        }
    }

    private Postmaster.Running watch(Postmaster.Running server) {
        running = server;
        server.process().onExit().thenAccept(process -> restart(server));
        return server;
    }

    private synchronized void restart(Postmaster.Running dead) {
        Postmaster control = postmaster;
        if (stopped || control == null || running != dead) {
            return;
        }
        long now = System.nanoTime();
        restarts.removeIf(at -> now - at > RESTART_PERIOD.toNanos());
        if (restarts.size() >= MOST_RESTARTS) {
            LOG.error(
                    "The embedded database died {} times within {} minutes and stays down; see postgresql.log in {}",
                    restarts.size() + 1,
                    RESTART_PERIOD.toMinutes(),
                    nodeData.folder("database"));
            return;
        }
        restarts.add(now);
        LOG.warn(
                "The embedded database (process {}) died; starting it again",
                dead.process().pid());
        try {
            watch(control.restart(dead.port()));
        } catch (IOException | StorageException e) {
            LOG.error("The embedded database cannot be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("Interrupted while starting the embedded database again", e);
        }
    }
}
