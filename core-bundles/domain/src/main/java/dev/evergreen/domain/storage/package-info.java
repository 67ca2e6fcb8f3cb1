/**
 * Ports to whatever keeps the node's state: the data folder, the database's transactions, blobs, the cache, the event bus and
 * rates that hold over all nodes. Adapters implement them (a folder or an object store, Caffeine or Redis, the embedded or
 * any PostgreSQL); which one runs is configuration, so callers never name an adapter.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.evergreen.domain.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
