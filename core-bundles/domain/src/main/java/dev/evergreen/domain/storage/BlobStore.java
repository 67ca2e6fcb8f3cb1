package dev.evergreen.domain.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps bytes under the digest of their content. Thread-safe. A blob appears whole or not at all, also after a crash, and
 * never changes; putting bytes that are already there costs only the reading. Every method may throw a
 * {@link StorageException}; a digest that is not well formed is an {@link IllegalArgumentException}.
 */
@ProviderType
public interface BlobStore {
    /**
     * Stores all bytes of {@code content}, which stays open. Equal bytes put again keep the stricter retention, and the kind
     * and media type they were first put with.
     *
     * @throws StorageException of kind FULL when quota or device cannot take them even after evicting, leaving nothing behind
     * @throws UncheckedIOException when {@code content} fails, leaving nothing behind
     */
    BlobRef put(BlobSpec spec, InputStream content);

    /** Stores the bytes of a file, which is copied and left alone. */
    default BlobRef put(BlobSpec spec, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return put(spec, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** What is stored under {@code digest}; empty when nothing is. */
    Optional<BlobRef> find(String digest);

    default boolean exists(String digest) {
        return find(digest).isPresent();
    }

    /**
     * Opens {@code length} bytes from {@code offset}; fewer when the blob ends before. Reading a whole blob to its end
     * checks the digest and fails with kind CORRUPT at the end when it differs.
     *
     * @param offset 0 to the blob's size
     * @param length at least 0; {@link Long#MAX_VALUE} for everything that follows
     * @throws StorageException of kind NOT_FOUND or CORRUPT
     */
    InputStream open(String digest, long offset, long length);

    /** Opens the whole blob. */
    default InputStream open(String digest) {
        return open(digest, 0, Long.MAX_VALUE);
    }

    /**
     * A local file with the blob's bytes, for native code that wants a path. The file is not the caller's: never write,
     * move or delete it. An evictable blob's file stays for at least ten minutes after this call, and readable while it is
     * held open.
     *
     * @throws StorageException of kind NOT_FOUND or CORRUPT
     */
    Path localPath(String digest);

    /** Reads the whole blob and throws a StorageException of kind NOT_FOUND or CORRUPT unless it is what was put. */
    void verify(String digest);

    /** Removes the blob from every kind; true when something was there. */
    boolean delete(String digest);

    BlobUsage usage();

    /**
     * An address at which anybody who has it reads the blob, without this node; empty where the store has no such
     * addresses. It is as secret as the blob.
     *
     * @param validity how long the address works from now, one second to seven days
     * @throws StorageException of kind NOT_FOUND
     */
    default Optional<URI> link(String digest, Duration validity) {
        return Optional.empty();
    }
}
