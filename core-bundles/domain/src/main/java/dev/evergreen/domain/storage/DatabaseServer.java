package dev.evergreen.domain.storage;

import org.osgi.annotation.versioning.ProviderType;

/** A PostgreSQL server this node runs itself; asked only when no other database is configured. */
@ProviderType
public interface DatabaseServer {
    /**
     * Starts the server unless it runs, and returns once it accepts connections. The server stops with the bundle.
     *
     * @throws StorageException when it cannot start
     */
    DatabaseEndpoint start();
}
