package dev.evergreen.domain.storage;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The folder in which this node keeps everything that must survive restarts and upgrades of the distribution. Exactly one
 * running node owns it: the service exists only while this node holds its lock.
 */
@ProviderType
public interface NodeData {
    /** The absolute, real path of the folder. */
    Path root();

    /**
     * A folder below the root, created when missing.
     *
     * @param name path elements that stay below the root, for example {@code "cache", "segments"}
     * @throws StorageException when it cannot be created
     * @throws IllegalArgumentException when it would leave the root
     */
    Path folder(String... name);

    /** This node's name among nodes: made once, kept in the folder, so it is the same after a restart. */
    String nodeId();
}
