package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.StorageException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Single objects: looking, reading, moving aside, deleting, listing. Every failure is a {@link StorageException}. Thread-safe. */
final class S3Objects implements AutoCloseable {
    private static final String MEDIA_TYPE = "media-type";

    private final S3Client client;
    private final S3Presigner presigner;
    private final Encryption encryption;
    private volatile @Nullable String trouble;
    private volatile long askedAt = System.nanoTime();

    S3Objects(S3Settings settings) {
        this.client = S3Clients.client(settings);
        this.presigner = S3Clients.presigner(settings);
        this.encryption = new Encryption(settings.encryption());
    }

    S3Client client() {
        return client;
    }

    Encryption encryption() {
        return encryption;
    }

    /** What is wrong with the store; empty when the latest request succeeded. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether nothing was asked of the store for that long. */
    boolean isIdle(Duration time) {
        return System.nanoTime() - askedAt >= time.toNanos();
    }

    Optional<StoredObject> head(ObjectPlace place, String digest) {
        return run("look at", place, () -> {
            try {
                HeadObjectResponse head = client.headObject(
                        request -> request.bucket(place.bucket()).key(place.key()));
                BlobRef ref = new BlobRef(digest, head.contentLength(), mediaType(head));
                return Optional.of(new StoredObject(place, ref, String.valueOf(head.eTag())));
            } catch (SdkException e) {
                if (S3Failures.isMissing(e)) {
                    return Optional.<StoredObject>empty();
                }
                throw e;
            }
        });
    }

    /**
     * Opens a part of an object, which must still be the one that was looked at; the stream goes on by itself when the
     * connection breaks.
     *
     * @throws StorageException NOT_FOUND when the object has gone
     */
    InputStream open(StoredObject object, long offset, long length) {
        return new ResumingInputStream(
                at -> openOnce(object, offset + at, length - at), length, "read " + object.place());
    }

    private InputStream openOnce(StoredObject object, long offset, long length) {
        ObjectPlace place = object.place();
        return run("read", place, () -> {
            try {
                return client.getObject(request -> request.bucket(place.bucket())
                        .key(place.key())
                        .ifMatch(object.entityTag())
                        .range("bytes=" + offset + "-" + (offset + length - 1)));
            } catch (SdkException e) {
                if (S3Failures.isMissing(e) || S3Failures.isChanged(e)) {
                    throw new StorageException(
                            StorageException.Kind.NOT_FOUND,
                            "There is no blob at " + place + " any more; it was deleted, or dropped to make room",
                            e);
                }
                throw e;
            }
        });
    }

    /** Keeps what is damaged out of the way and still there to be looked at. */
    void setAside(ObjectPlace place, ObjectPlace aside) {
        run("set aside", place, () -> {
            client.copyObject(encryption.copy(copy -> copy.sourceBucket(place.bucket())
                    .sourceKey(place.key())
                    .destinationBucket(aside.bucket())
                    .destinationKey(aside.key())));
            return client.deleteObject(request -> request.bucket(place.bucket()).key(place.key()));
        });
    }

    void delete(ObjectPlace place) {
        run(
                "delete",
                place,
                () -> client.deleteObject(
                        request -> request.bucket(place.bucket()).key(place.key())));
    }

    void list(String bucket, String prefix, Consumer<S3Object> each) {
        run("list", new ObjectPlace(bucket, prefix), () -> {
            client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .forEach(each);
            return Boolean.TRUE;
        });
    }

    /** Asks whether the store answers at all; {@link #trouble()} says so afterwards. */
    void probe(String bucket) {
        run("look at", new ObjectPlace(bucket, ""), () -> client.headBucket(request -> request.bucket(bucket)));
    }

    URI link(ObjectPlace place, Duration validity) {
        return URI.create(presigner
                .presignGetObject(request -> request.signatureDuration(validity)
                        .getObjectRequest(get -> get.bucket(place.bucket()).key(place.key())))
                .url()
                .toString());
    }

    /** Runs requests and remembers how they went. */
    <T> T run(String what, ObjectPlace place, Supplier<T> requests) {
        try {
            T result = requests.get();
            trouble = null;
            return result;
        } catch (SdkException e) {
            StorageException failure = S3Failures.of(what, place, e);
            trouble = failure.getMessage();
            throw failure;
        } finally {
            askedAt = System.nanoTime();
        }
    }

    /** What is stored with an object beside its bytes. */
    static Map<String, String> metadata(BlobRef ref) {
        return Map.of(MEDIA_TYPE, URLEncoder.encode(ref.mediaType(), StandardCharsets.UTF_8));
    }

    private static String mediaType(HeadObjectResponse head) {
        String given = head.metadata().get(MEDIA_TYPE);
        return given == null ? String.valueOf(head.contentType()) : URLDecoder.decode(given, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }
}
