package dev.evergreen.domain.storage;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Opens folders of blobs on this node's disk, for adapters that keep blobs elsewhere and need local copies. */
@ProviderType
public interface BlobFolders {
    /**
     * What to open.
     *
     * @param folder made when missing; nobody else may use it meanwhile
     * @param quota the most bytes that may be stored
     * @param keepFree bytes that stay free on the device
     * @param remedy what an operator can do when there is no room, for the message
     */
    record Options(Path folder, long quota, long keepFree, String remedy) {}

    /** @throws StorageException when the folder cannot be used */
    BlobStore open(Options options);
}
