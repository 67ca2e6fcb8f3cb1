package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.BlobUsage;
import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blobs as objects named by their digests. What is put is first taken in on this disk, which gives its digest and size; it is sent
 * only when the store has no such object, and stays as a copy for whoever needs a file. What can be made again lies in the bucket for
 * generated blobs whatever its kind, under a prefix of its own by which the bucket drops it after some days.
 */
final class S3BlobStore implements BlobStore {
    private static final Logger LOG = LoggerFactory.getLogger(S3BlobStore.class);

    private final S3Settings settings;
    private final S3Objects objects;
    private final Upload upload;
    private final LocalCopies copies;
    private final StoreUsage usage;
    private final KnownObjects known = new KnownObjects();
    private final DigestLocks locks = new DigestLocks();

    S3BlobStore(S3Settings settings, S3Objects objects, LocalCopies copies) {
        this.settings = settings;
        this.objects = objects;
        this.upload = new Upload(objects, settings.partBytes());
        this.copies = copies;
        this.usage = new StoreUsage(objects, settings.allBuckets());
    }

    @Override
    public BlobRef put(BlobSpec spec, InputStream content) {
        BlobRef taken = copies.take(spec.mediaType(), content);
        BlobRef ref = new BlobRef(taken.digest(), taken.size(), spec.mediaType());
        return locks.with(ref.digest(), () -> commit(spec, ref));
    }

    private BlobRef commit(BlobSpec spec, BlobRef ref) {
        boolean evictable = spec.retention() == BlobSpec.Retention.EVICTABLE;
        Optional<StoredObject> there =
                locate(ref.digest()).filter(object -> object.ref().size() == ref.size());
        if (there.isPresent() && (evictable || !there.get().place().isEvictable())) {
            return there.get().ref();
        }
        BlobRef stored = there.map(StoredObject::ref).orElse(ref);
        ObjectPlace place = evictable
                ? ObjectPlace.of(settings.bucket(BlobKind.GENERATED), ObjectPlace.EVICTABLE, ref.digest())
                : ObjectPlace.of(settings.bucket(spec.kind()), ObjectPlace.KEEP, ref.digest());
        upload.send(fileOf(ref.digest()), stored, place);
        usage.added(place, stored.size());
        there.ifPresent(before -> {
            objects.delete(before.place());
            usage.removed(before.place(), before.ref().size());
        });
        known.forget(ref.digest());
        return stored;
    }

    /** It was taken in a moment ago, and such a copy stays for a quarter of an hour. */
    private Path fileOf(String digest) {
        return copies.find(digest)
                .orElseThrow(() -> new StorageException(
                        StorageException.Kind.UNAVAILABLE,
                        "The local copy of blob " + digest + " has gone before it was sent; put it again"));
    }

    @Override
    public Optional<BlobRef> find(String digest) {
        return look(BlobRef.requireDigest(digest)).map(StoredObject::ref);
    }

    @Override
    public InputStream open(String digest, long offset, long length) {
        StoredObject object = require(digest);
        BlobRef ref = object.ref();
        if (offset < 0 || offset > ref.size() || length < 0) {
            throw new IllegalArgumentException("Blob " + digest + " has " + ref.size() + " bytes; " + length
                    + " bytes from " + offset + " are not among them");
        }
        long wanted = Math.min(length, ref.size() - offset);
        Optional<Path> copy = copies.find(digest);
        if (copy.isPresent()) {
            return openFile(copy.get(), offset, wanted);
        }
        return retried(object, found -> wanted == ref.size() ? verified(found) : objects.open(found, offset, wanted));
    }

    @Override
    public Path localPath(String digest) {
        Optional<Path> copy = copies.find(BlobRef.requireDigest(digest));
        return copy.isPresent()
                ? copy.get()
                : retried(require(digest), found -> copies.fetch(digest, () -> verified(found)));
    }

    @Override
    public void verify(String digest) {
        known.forget(BlobRef.requireDigest(digest));
        StoredObject object = require(digest);
        try (InputStream content = verified(object)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new StorageException(
                    StorageException.Kind.UNAVAILABLE, "Cannot verify blob " + digest + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean delete(String digest) {
        return locks.with(BlobRef.requireDigest(digest), () -> {
            known.forget(digest);
            copies.forget(digest);
            boolean found = false;
            for (ObjectPlace place : places(digest)) {
                Optional<StoredObject> object = objects.head(place, digest);
                if (object.isPresent()) {
                    objects.delete(place);
                    usage.removed(place, object.get().ref().size());
                    found = true;
                }
            }
            return found;
        });
    }

    @Override
    public BlobUsage usage() {
        return usage.usage();
    }

    @Override
    public Optional<URI> link(String digest, Duration validity) {
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "An address of a blob works for one second to seven days, not for " + validity);
        }
        return Optional.of(objects.link(require(digest).place(), validity));
    }

    /** Counts what lies in the buckets. */
    void count() {
        usage.list();
    }

    private StoredObject require(String digest) {
        return look(BlobRef.requireDigest(digest))
                .orElseThrow(() -> new StorageException(
                        StorageException.Kind.NOT_FOUND,
                        "There is no blob " + digest + "; it was deleted, or dropped to make room"));
    }

    /** Where a blob is, as seen a moment ago; a blob never changes, so this can only have gone. */
    private Optional<StoredObject> look(String digest) {
        Optional<StoredObject> remembered = known.find(digest);
        if (remembered.isPresent()) {
            return remembered;
        }
        Optional<StoredObject> found = locate(digest);
        found.ifPresent(known::remember);
        return found;
    }

    private Optional<StoredObject> locate(String digest) {
        for (ObjectPlace place : places(digest)) {
            Optional<StoredObject> found = objects.head(place, digest);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Where a blob may be, the likely places first; what is to be kept before what may go. */
    private List<ObjectPlace> places(String digest) {
        Set<ObjectPlace> places = new LinkedHashSet<>();
        for (BlobKind kind : List.of(BlobKind.GENERATED, BlobKind.MEDIA, BlobKind.EXPORTS)) {
            places.add(ObjectPlace.of(settings.bucket(kind), ObjectPlace.KEEP, digest));
        }
        places.add(ObjectPlace.of(settings.bucket(BlobKind.GENERATED), ObjectPlace.EVICTABLE, digest));
        return List.copyOf(places);
    }

    private interface Reading<T> {
        T from(StoredObject object);
    }

    /** A remembered object may have been moved from what may go to what is kept. */
    private <T> T retried(StoredObject object, Reading<T> reading) {
        try {
            return reading.from(object);
        } catch (StorageException e) {
            if (e.kind() != StorageException.Kind.NOT_FOUND) {
                throw e;
            }
            known.forget(object.ref().digest());
            return reading.from(require(object.ref().digest()));
        }
    }

    private InputStream verified(StoredObject object) {
        BlobRef ref = object.ref();
        Supplier<InputStream> whole = () -> objects.open(object, 0, ref.size());
        return new VerifiedInputStream(whole.get(), ref.digest(), found -> damaged(object, found));
    }

    /** One more look tells bytes that are damaged from bytes that were damaged on the way. */
    private StorageException damaged(StoredObject object, String found) {
        BlobRef ref = object.ref();
        try (InputStream again = new VerifiedInputStream(
                objects.open(object, 0, ref.size()), ref.digest(), second -> corrupt(ref, second))) {
            again.transferTo(OutputStream.nullOutputStream());
        } catch (StorageException e) {
            if (e.kind() == StorageException.Kind.CORRUPT) {
                setAside(object);
            }
            return e;
        } catch (IOException e) {
            LOG.debug("A second look at {} failed", object.place(), e);
        }
        return new StorageException(
                StorageException.Kind.UNAVAILABLE,
                "Blob " + ref.digest() + " arrived damaged (as " + found + ") from " + object.place()
                        + ", where it is in order; read it again");
    }

    private void setAside(StoredObject object) {
        String digest = object.ref().digest();
        known.forget(digest);
        try {
            objects.setAside(object.place(), ObjectPlace.of(object.place().bucket(), ObjectPlace.DAMAGED, digest));
            usage.removed(object.place(), object.ref().size());
            LOG.error("Blob {} at {} is damaged and was set aside", digest, object.place());
        } catch (StorageException e) {
            LOG.error("Blob {} at {} is damaged and could not be set aside", digest, object.place(), e);
        }
    }

    private static StorageException corrupt(BlobRef ref, String found) {
        return new StorageException(
                StorageException.Kind.CORRUPT,
                "Blob " + ref.digest() + " of " + ref.size() + " bytes is damaged (its bytes have the digest " + found
                        + "); it was set aside, and putting the same bytes again mends it");
    }

    private static InputStream openFile(Path file, long offset, long length) {
        try {
            InputStream content = Files.newInputStream(file);
            content.skipNBytes(offset);
            return new LimitedInputStream(content, length);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the local copy " + file, e);
        }
    }
}
