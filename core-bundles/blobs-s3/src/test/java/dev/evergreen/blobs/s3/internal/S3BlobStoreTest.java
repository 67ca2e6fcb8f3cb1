package dev.evergreen.blobs.s3.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.storage.contract.BlobStoreContract;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

final class S3BlobStoreTest extends BlobStoreContract {
    private static final BlobSpec KEPT = BlobSpec.keep(BlobKind.MEDIA, "video/mp4");

    @TempDir
    Path folder;

    private final S3Settings settings =
            TestStore.settings("t" + UUID.randomUUID().toString().substring(0, 8));
    private final List<TestStore> open = new ArrayList<>();
    private TestStore node;

    @BeforeEach
    void start() {
        node = another("first").made();
    }

    @AfterEach
    void stop() {
        open.forEach(TestStore::close);
    }

    private TestStore another(String cache) {
        TestStore store = new TestStore(settings, folder.resolve(cache));
        open.add(store);
        return store;
    }

    @Override
    protected BlobStore store() {
        return node.store;
    }

    @Override
    protected BlobStore reopened() {
        return another("reopened-" + open.size()).store;
    }

    /** In the bucket, and as if this node had no copy. */
    @Override
    protected void damage(String digest) {
        S3Client client = node.objects.client();
        ObjectPlace place = place(digest);
        HeadObjectResponse head =
                client.headObject(request -> request.bucket(place.bucket()).key(place.key()));
        byte[] bytes = client.getObjectAsBytes(
                        request -> request.bucket(place.bucket()).key(place.key()))
                .asByteArray();
        bytes[bytes.length / 2] ^= 1;
        client.putObject(
                request -> request.bucket(place.bucket()).key(place.key()).metadata(head.metadata()),
                RequestBody.fromBytes(bytes));
        node.folder.delete(digest);
    }

    private ObjectPlace place(String digest) {
        return ObjectPlace.of(settings.bucket(BlobKind.MEDIA), ObjectPlace.KEEP, digest);
    }

    @Test
    void everyKindHasItsBucket() {
        for (BlobKind kind : BlobKind.values()) {
            BlobRef ref = put(BlobSpec.keep(kind, "a/b"), kind.name().getBytes());
            assertTrue(
                    node.objects
                            .head(ObjectPlace.of(settings.bucket(kind), ObjectPlace.KEEP, ref.digest()), ref.digest())
                            .isPresent(),
                    kind + " is in its bucket");
        }
        BlobRef cached = put(BlobSpec.evictable(BlobKind.EXPORTS, "a/b"), bytes(10, 1));
        assertTrue(node.objects
                .head(
                        ObjectPlace.of(settings.bucket(BlobKind.GENERATED), ObjectPlace.EVICTABLE, cached.digest()),
                        cached.digest())
                .isPresent());
    }

    @Test
    void anotherNodeReadsWhatWasPutInParts() throws IOException {
        byte[] bytes = bytes(2 * TestStore.PART + 12_345, 9);
        BlobRef ref = put(KEPT, bytes);
        TestStore other = another("second");
        assertEquals(ref, other.store.find(ref.digest()).orElseThrow());
        assertArrayEquals(bytes, Files.readAllBytes(other.store.localPath(ref.digest())));
        try (InputStream range = another("third").store.open(ref.digest(), TestStore.PART - 10, 20)) {
            byte[] expected = new byte[20];
            System.arraycopy(bytes, TestStore.PART - 10, expected, 0, 20);
            assertArrayEquals(expected, range.readAllBytes());
        }
    }

    @Test
    void manyWantTheSameFileAtOnce() throws Exception {
        byte[] bytes = bytes(3_000_000, 10);
        BlobRef ref = put(KEPT, bytes);
        TestStore second = another("second");
        TestStore third = another("third");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Path>> paths = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                BlobStore store = i % 2 == 0 ? second.store : third.store;
                paths.add(CompletableFuture.supplyAsync(() -> store.localPath(ref.digest()), pool));
            }
            for (CompletableFuture<Path> path : paths) {
                assertArrayEquals(bytes, Files.readAllBytes(path.get(60, TimeUnit.SECONDS)));
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(bytes.length, second.folder.usage().stored());
        assertEquals(bytes.length, third.folder.usage().stored());
    }

    @Test
    void aDamagedLocalCopyIsFetchedAnew() throws IOException {
        byte[] bytes = bytes(100_000, 11);
        BlobRef ref = put(KEPT, bytes);
        Path copy = node.store.localPath(ref.digest());
        byte[] damaged = bytes.clone();
        damaged[500] ^= 1;
        Files.write(copy, damaged);
        // As after a restart: what an earlier run left is not believed.
        TestStore restarted = another("first");
        assertArrayEquals(bytes, Files.readAllBytes(restarted.store.localPath(ref.digest())));
        Files.write(restarted.store.localPath(ref.digest()), new byte[3]);
        assertArrayEquals(bytes, Files.readAllBytes(restarted.store.localPath(ref.digest())));
    }

    @Test
    void theLocalCopiesStayWithinTheirQuota() {
        TestStore small = new TestStore(settings, folder.resolve("small"), 1_000_000);
        open.add(small);
        StorageException full = assertThrows(
                StorageException.class,
                () -> small.store.put(KEPT, new java.io.ByteArrayInputStream(bytes(1_000_001, 12))));
        assertEquals(StorageException.Kind.FULL, full.kind());
        assertTrue(String.valueOf(full.getMessage()).contains("make room"), full.getMessage());
        assertEquals(0, store().usage().stored());
    }

    @Test
    void whatIsDamagedIsSetAside() {
        BlobRef ref = put(KEPT, bytes(1000, 13));
        damage(ref.digest());
        assertKind(StorageException.Kind.CORRUPT, () -> node.store.localPath(ref.digest()));
        assertFalse(reopened().exists(ref.digest()));
        ObjectPlace aside = ObjectPlace.of(settings.bucket(BlobKind.MEDIA), ObjectPlace.DAMAGED, ref.digest());
        assertTrue(node.objects.head(aside, ref.digest()).isPresent());
    }

    @Test
    void givesAddressesThatAnybodyMayRead() throws Exception {
        byte[] bytes = bytes(5000, 14);
        BlobRef ref = put(KEPT, bytes);
        URI link = store().link(ref.digest(), Duration.ofMinutes(5)).orElseThrow();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        assertArrayEquals(bytes, answer.body());
        URI bare = URI.create(link.toString().replaceFirst("\\?.*", ""));
        assertEquals(
                403,
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(bare).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode());
        assertThrows(IllegalArgumentException.class, () -> store().link(ref.digest(), Duration.ofDays(8)));
        assertKind(
                StorageException.Kind.NOT_FOUND, () -> store().link("sha256:" + "0".repeat(64), Duration.ofMinutes(5)));
    }

    @Test
    void aDeletedBlobIsGoneForOtherNodesToo() {
        BlobRef ref = put(KEPT, bytes(5000, 15));
        TestStore other = another("second");
        other.store.localPath(ref.digest());
        assertTrue(store().delete(ref.digest()));
        assertFalse(reopened().exists(ref.digest()));
        assertEquals(0, reopened().usage().stored());
    }
}
