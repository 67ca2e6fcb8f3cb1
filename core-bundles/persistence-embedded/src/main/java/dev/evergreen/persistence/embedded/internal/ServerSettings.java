package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How the server is run; any difference makes a left server a stranger that is restarted. */
record ServerSettings(int port, int sharedBuffersMebibytes, int maxConnections, Duration startLimit) {
    static final String HOST = "127.0.0.1";
    static final ServerSettings DEFAULTS = new ServerSettings(0, 48, 40, Duration.ofMinutes(2));

    ServerSettings {
        requireRange("port", port, 0, 65535);
        requireRange("shared.buffers", sharedBuffersMebibytes, 16, 4096);
        requireRange("max.connections", maxConnections, 20, 1000);
    }

    List<String> arguments(Path data, int listenPort) {
        return List.of(
                "-D", data.toString(),
                "-p", Integer.toString(listenPort),
                "-c", "listen_addresses=" + HOST,
                "-c", "unix_socket_directories=",
                "-c", "max_connections=" + maxConnections,
                "-c", "shared_buffers=" + sharedBuffersMebibytes + "MB",
                "-c", "work_mem=8MB",
                "-c", "maintenance_work_mem=32MB",
                "-c", "wal_buffers=2MB",
                "-c", "min_wal_size=32MB",
                "-c", "max_wal_size=256MB",
                // A worker pool for input and parallel queries costs memory that one node's database does not earn.
                "-c", "io_method=sync",
                "-c", "max_worker_processes=2",
                "-c", "max_parallel_workers_per_gather=0",
                "-c", "autovacuum_max_workers=1",
                "-c", "huge_pages=off",
                "-c", "jit=off",
                // Ends what a killed node was running, so that its locks do not outlive it.
                "-c", "client_connection_check_interval=2s",
                "-c", "timezone=UTC",
                "-c", "log_timezone=UTC");
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    name + "=" + value + " in etc/dev.evergreen.database.embedded.cfg must be " + least + " to "
                            + most);
        }
    }
}
