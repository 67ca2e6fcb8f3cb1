package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of blobs on this node's disk, in a folder store in which everything may go. A copy is fetched once however many ask for it
 * at the same time, and what an earlier run of the node left is read and compared with its digest before it is used.
 */
final class LocalCopies {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCopies.class);
    private static final int MOST_REMEMBERED = 1_000_000;

    private final BlobStore folder;
    private final ConcurrentMap<String, CompletableFuture<Void>> fetching = new ConcurrentHashMap<>();
    private final Set<String> verified = ConcurrentHashMap.newKeySet();

    LocalCopies(BlobStore folder) {
        this.folder = folder;
    }

    /** Takes all bytes in and tells what they are. */
    BlobRef take(String mediaType, InputStream content) {
        BlobRef ref = folder.put(BlobSpec.evictable(BlobKind.GENERATED, mediaType), content);
        remember(ref.digest());
        return ref;
    }

    /** The file of a copy that is there and in order. */
    Optional<Path> find(String digest) {
        if (!folder.exists(digest)) {
            verified.remove(digest);
            return Optional.empty();
        }
        try {
            if (!verified.contains(digest)) {
                folder.verify(digest);
                remember(digest);
            }
            return Optional.of(folder.localPath(digest));
        } catch (StorageException e) {
            if (e.kind() != StorageException.Kind.CORRUPT && e.kind() != StorageException.Kind.NOT_FOUND) {
                throw e;
            }
            LOG.debug("A local copy cannot be used and is fetched anew", e);
            return Optional.empty();
        }
    }

    /** The file of a copy, which is fetched when there is none. */
    Path fetch(String digest, Supplier<InputStream> content) {
        while (true) {
            Optional<Path> there = find(digest);
            if (there.isPresent()) {
                return there.get();
            }
            CompletableFuture<Void> mine = new CompletableFuture<>();
            CompletableFuture<Void> other = fetching.putIfAbsent(digest, mine);
            if (other != null) {
                // When it fails, we try ourselves and fail with a reason of our own.
                other.join();
                continue;
            }
            try {
                copy(digest, content);
            } finally {
                fetching.remove(digest, mine);
                mine.complete(null);
            }
        }
    }

    void forget(String digest) {
        verified.remove(digest);
        folder.delete(digest);
    }

    long free() {
        return folder.usage().free();
    }

    private void copy(String digest, Supplier<InputStream> content) {
        try (InputStream stream = content.get()) {
            BlobRef taken = take("application/octet-stream", stream);
            if (!taken.digest().equals(digest)) {
                forget(taken.digest());
                throw new IllegalStateException("Fetched " + taken.digest() + " instead of " + digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of blob " + digest + " cannot be ended", e);
        } catch (UncheckedIOException e) {
            throw new StorageException(
                    StorageException.Kind.UNAVAILABLE,
                    "Cannot fetch blob " + digest + ": " + reason(e) + "; the same may succeed later",
                    e);
        }
    }

    private static String reason(UncheckedIOException failure) {
        Throwable cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    private void remember(String digest) {
        if (verified.size() > MOST_REMEMBERED) {
            verified.clear();
        }
        verified.add(digest);
    }
}
