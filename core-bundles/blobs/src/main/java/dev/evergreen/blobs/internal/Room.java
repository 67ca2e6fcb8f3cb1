package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the store within its quota and the device's free space by dropping what can be made again. Thread-safe. */
final class Room {
    /** How long a blob stays at least after it was last opened or its path given out. */
    static final Duration GRACE = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private final Path root;
    private final FileStore device;
    private final BlobIndex index;
    private final long quota;
    private final long keepFree;
    private final String remedy;
    private final Clock clock;
    private long incoming;

    Room(Path root, BlobIndex index, BlobFolders.Options limits, Clock clock) throws IOException {
        this.root = root;
        this.device = Files.getFileStore(root);
        this.index = index;
        this.quota = limits.quota();
        this.keepFree = limits.keepFree();
        this.remedy = limits.remedy();
        this.clock = clock;
    }

    /**
     * Sets room aside for bytes that are about to be written.
     *
     * @throws StorageException FULL when it cannot be made
     */
    synchronized void reserve(long bytes) throws IOException {
        if (missing(bytes) > 0) {
            evict(bytes);
        }
        if (missing(bytes) > 0) {
            throw full(bytes);
        }
        incoming += bytes;
    }

    /** Gives back what was reserved, because the bytes are counted as stored now or were not written. */
    synchronized void release(long bytes) {
        incoming -= bytes;
    }

    long free() {
        try {
            return device.getUsableSpace();
        } catch (IOException e) {
            throw new StorageException(
                    StorageException.Kind.UNAVAILABLE, "The free space of " + root + " is not known: " + e, e);
        }
    }

    long quota() {
        return quota;
    }

    private long missing(long bytes) throws IOException {
        long overQuota = index.stored() + incoming + bytes - quota;
        long lackingOnDevice = keepFree + bytes - device.getUsableSpace();
        return Math.max(overQuota, lackingOnDevice);
    }

    private void evict(long bytes) throws IOException {
        List<BlobIndex.Entry> candidates = index.candidates(clock.instant().minus(GRACE));
        long dropped = 0;
        int count = 0;
        for (Iterator<BlobIndex.Entry> next = candidates.iterator(); next.hasNext() && missing(bytes) > 0; count++) {
            BlobFile file = next.next().file();
            index.remove(file.ref().digest());
            Files.deleteIfExists(file.in(root));
            Files.deleteIfExists(file.evictableMark(root));
            dropped += file.ref().size();
        }
        if (count > 0) {
            LOG.info("Dropped {} blobs of {} MiB that can be made again, to make room", count, dropped >> 20);
        }
    }

    private StorageException full(long bytes) throws IOException {
        boolean byQuota = index.stored() + incoming + bytes > quota;
        String cause = byQuota
                ? "the quota of " + mebibytes(quota) + " is used up"
                : "the device has " + mebibytes(device.getUsableSpace()) + " left, of which " + mebibytes(keepFree)
                        + " are kept free";
        return new StorageException(
                StorageException.Kind.FULL,
                "No room for " + bytes + " more bytes in " + root + ": " + cause
                        + ", and nothing is left that can be made again; " + remedy);
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
