package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.BlobUsage;
import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blobs as files of one folder, which belongs to one node. A blob is written beside its place, forced to the disk and renamed;
 * what is found damaged is set aside in {@code damaged/}.
 */
public final class FolderBlobStore implements BlobStore {
    private static final Logger LOG = LoggerFactory.getLogger(FolderBlobStore.class);
    private static final int USE_STEP_SECONDS = 60;

    private final Path root;
    private final Clock clock;
    private final BlobIndex index;
    private final Room room;
    private final Object commitLock = new Object();

    /** @throws StorageException when the folder cannot be used */
    public FolderBlobStore(BlobFolders.Options options, Clock clock) {
        this.clock = clock;
        try {
            this.root = Files.createDirectories(options.folder()).toRealPath();
            clearIncoming();
            this.index = BlobIndex.scan(root);
            this.room = new Room(root, index, options, clock);
        } catch (IOException e) {
            throw new StorageException(
                    StorageException.Kind.UNAVAILABLE, "Cannot use the blob folder " + options.folder() + ": " + e, e);
        }
    }

    @Override
    public BlobRef put(BlobSpec spec, InputStream content) {
        try (IncomingBlob incoming = new IncomingBlob(incomingFolder(), room)) {
            incoming.readAll(content);
            BlobFile file = new BlobFile(spec.kind(), incoming.ref(spec.mediaType()));
            return commit(spec, incoming, file);
        } catch (IOException e) {
            throw failure("store a blob", e);
        }
    }

    @Override
    public Optional<BlobRef> find(String digest) {
        return index.find(BlobRef.requireDigest(digest))
                .map(entry -> entry.file().ref());
    }

    @Override
    public InputStream open(String digest, long offset, long length) {
        BlobIndex.Entry entry = use(digest);
        BlobRef ref = entry.file().ref();
        if (offset < 0 || offset > ref.size() || length < 0) {
            throw new IllegalArgumentException("Blob " + digest + " has " + ref.size() + " bytes; " + length
                    + " bytes from " + offset + " are not among them");
        }
        try {
            FileChannel channel = FileChannel.open(entry.file().in(root), StandardOpenOption.READ);
            long wanted = Math.min(length, ref.size() - offset);
            InputStream range = new RangeInputStream(channel.position(offset), wanted);
            return wanted == ref.size() ? new CheckedBlobInputStream(range, ref, () -> setAside(entry)) : range;
        } catch (NoSuchFileException e) {
            throw vanished(entry);
        } catch (IOException e) {
            throw failure("read blob " + digest, e);
        }
    }

    @Override
    public Path localPath(String digest) {
        return use(digest).file().in(root);
    }

    @Override
    public void verify(String digest) {
        try (InputStream content = open(digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw failure("read blob " + digest, e);
        }
    }

    @Override
    public boolean delete(String digest) {
        synchronized (commitLock) {
            Optional<BlobIndex.Entry> removed = index.remove(BlobRef.requireDigest(digest));
            removed.ifPresent(entry -> {
                try {
                    Files.deleteIfExists(entry.file().in(root));
                    Files.deleteIfExists(entry.file().evictableMark(root));
                } catch (IOException e) {
                    throw failure("delete blob " + digest, e);
                }
            });
            return removed.isPresent();
        }
    }

    @Override
    public BlobUsage usage() {
        return new BlobUsage(index.stored(), index.evictable(), room.quota(), room.free());
    }

    private BlobRef commit(BlobSpec spec, IncomingBlob incoming, BlobFile file) throws IOException {
        incoming.force();
        boolean evictable = spec.retention() == BlobSpec.Retention.EVICTABLE;
        synchronized (commitLock) {
            Optional<BlobIndex.Entry> there = index.find(file.ref().digest());
            if (there.isPresent() && intact(there.get())) {
                BlobIndex.Entry entry = there.get();
                if (!evictable && index.keep(entry)) {
                    Files.deleteIfExists(entry.file().evictableMark(root));
                }
                note(entry);
                return entry.file().ref();
            }
            there.ifPresent(this::setAside);
            Path target = file.in(root);
            Files.createDirectories(target.getParent());
            if (evictable) {
                Files.write(file.evictableMark(root), new byte[0]);
            } else {
                Files.deleteIfExists(file.evictableMark(root));
            }
            Instant now = clock.instant();
            incoming.moveTo(target, now);
            index.add(new BlobIndex.Entry(file, evictable, now));
            return file.ref();
        }
    }

    /** The entry, checked for its file being there in full length and noted as used now. */
    private BlobIndex.Entry use(String digest) {
        BlobIndex.Entry entry = index.find(BlobRef.requireDigest(digest)).orElseThrow(() -> notFound(digest));
        try {
            long size = Files.size(entry.file().in(root));
            if (size != entry.file().ref().size()) {
                setAside(entry);
                throw CheckedBlobInputStream.corrupt(entry.file().ref(), "it is " + size + " bytes long");
            }
            note(entry);
            return entry;
        } catch (NoSuchFileException e) {
            throw vanished(entry);
        } catch (IOException e) {
            throw failure("read blob " + digest, e);
        }
    }

    private boolean intact(BlobIndex.Entry entry) throws IOException {
        Path file = entry.file().in(root);
        return Files.exists(file) && Files.size(file) == entry.file().ref().size();
    }

    /** Keeps the time of use on the file too, so that eviction goes on in the same order after a restart. */
    private void note(BlobIndex.Entry entry) throws IOException {
        Instant now = clock.instant();
        if (index.use(entry, now, USE_STEP_SECONDS)) {
            Files.setLastModifiedTime(entry.file().in(root), FileTime.from(now));
        }
    }

    private void setAside(BlobIndex.Entry entry) {
        String digest = entry.file().ref().digest();
        synchronized (commitLock) {
            if (index.find(digest).filter(entry::equals).isEmpty()) {
                return;
            }
            index.remove(digest);
            try {
                Path damaged = Files.createDirectories(root.resolve("damaged"));
                Files.move(
                        entry.file().in(root),
                        damaged.resolve(digest.substring(digest.indexOf(':') + 1)),
                        StandardCopyOption.REPLACE_EXISTING);
                LOG.error("Blob {} is damaged and was set aside in {}", digest, damaged);
            } catch (NoSuchFileException e) {
                LOG.error("Blob {} has vanished from {}", digest, root, e);
            } catch (IOException e) {
                LOG.error("Blob {} is damaged and could not be set aside", digest, e);
            }
        }
    }

    private Path incomingFolder() throws IOException {
        return Files.createDirectories(root.resolve("incoming"));
    }

    /** What a killed node was writing. */
    private void clearIncoming() throws IOException {
        try (Stream<Path> left = Files.list(incomingFolder())) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    private static StorageException notFound(String digest) {
        return new StorageException(
                StorageException.Kind.NOT_FOUND,
                "There is no blob " + digest + "; it was deleted, or dropped to make room");
    }

    private StorageException vanished(BlobIndex.Entry entry) {
        index.remove(entry.file().ref().digest());
        return notFound(entry.file().ref().digest());
    }

    private StorageException failure(String what, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("No space left") || reason.contains("Disk quota exceeded")) {
            return new StorageException(
                    StorageException.Kind.FULL,
                    "Cannot " + what + ": no space is left in " + root + "; make room and try again",
                    cause);
        }
        if (reason.contains("Read-only file system") || cause instanceof AccessDeniedException) {
            return new StorageException(
                    StorageException.Kind.READ_ONLY,
                    "Cannot " + what + ": " + root + " is not writable; make it so and try again",
                    cause);
        }
        return new StorageException(
                StorageException.Kind.UNAVAILABLE, "Cannot " + what + " in " + root + ": " + cause, cause);
    }
}
