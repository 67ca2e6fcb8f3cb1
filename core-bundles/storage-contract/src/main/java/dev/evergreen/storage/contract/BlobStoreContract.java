package dev.evergreen.storage.contract;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BlobStore} does. */
public abstract class BlobStoreContract {
    private static final BlobSpec KEPT = BlobSpec.keep(BlobKind.MEDIA, "application/octet-stream");

    /** The store under test, the same one throughout a test, empty at its start. */
    protected abstract BlobStore store();

    /** Opens the same blobs by a new store, as after a restart. */
    protected abstract BlobStore reopened();

    /** Changes one byte of a stored blob behind the store's back. */
    protected abstract void damage(String digest) throws IOException;

    @Test
    void returnsWhatWasPut() throws IOException {
        byte[] bytes = bytes(100_000, 1);
        BlobRef ref = put(KEPT, bytes);
        assertEquals(bytes.length, ref.size());
        assertEquals("application/octet-stream", ref.mediaType());
        assertArrayEquals(bytes, read(ref));
        assertArrayEquals(bytes, Files.readAllBytes(store().localPath(ref.digest())));
        assertEquals(Optional.of(ref), store().find(ref.digest()));
        assertTrue(store().exists(ref.digest()));
        store().verify(ref.digest());
    }

    @Test
    void namesBlobsByTheirContent() {
        BlobRef ref = put(KEPT, "abc".getBytes(StandardCharsets.US_ASCII));
        // FIPS 180-2, appendix B.1
        assertEquals("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ref.digest());
        assertEquals(
                ref.digest(),
                put(KEPT, "abc".getBytes(StandardCharsets.US_ASCII)).digest());
    }

    @Test
    void keepsEqualBytesOnce() {
        byte[] bytes = bytes(50_000, 2);
        BlobRef first = put(BlobSpec.keep(BlobKind.MEDIA, "image/png"), bytes);
        long stored = store().usage().stored();
        BlobRef second = put(BlobSpec.keep(BlobKind.GENERATED, "image/webp"), bytes);
        assertEquals(first, second, "the first media type stays");
        assertEquals(stored, store().usage().stored());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 5_000_000})
    void takesAnySize(int size) throws IOException {
        byte[] bytes = bytes(size, size);
        assertArrayEquals(bytes, read(put(KEPT, bytes)));
    }

    @ParameterizedTest
    @EnumSource(BlobKind.class)
    void takesEveryKindAndMediaType(BlobKind kind) throws IOException {
        for (String mediaType : List.of("video/mp4", "image/svg+xml", "text/plain; charset=utf-8", "x-a.b/c_d")) {
            byte[] bytes = (kind + mediaType).getBytes(StandardCharsets.UTF_8);
            BlobRef ref = put(BlobSpec.keep(kind, mediaType), bytes);
            assertEquals(mediaType, reopened().find(ref.digest()).orElseThrow().mediaType());
            assertArrayEquals(bytes, read(ref));
        }
    }

    @Test
    void opensRanges() throws IOException {
        byte[] bytes = "0123456789".getBytes(StandardCharsets.US_ASCII);
        String digest = put(KEPT, bytes).digest();
        assertEquals("345", range(digest, 3, 3));
        assertEquals("789", range(digest, 7, 100));
        assertEquals("789", range(digest, 7, Long.MAX_VALUE));
        assertEquals("", range(digest, 10, 5));
        assertEquals("", range(digest, 4, 0));
        assertThrows(IllegalArgumentException.class, () -> store().open(digest, 11, 1));
        assertThrows(IllegalArgumentException.class, () -> store().open(digest, -1, 1));
    }

    @Test
    void saysThatABlobIsNotThere() {
        String absent = "sha256:" + "0".repeat(64);
        assertEquals(Optional.empty(), store().find(absent));
        assertFalse(store().exists(absent));
        assertFalse(store().delete(absent));
        assertKind(StorageException.Kind.NOT_FOUND, () -> store().open(absent));
        assertKind(StorageException.Kind.NOT_FOUND, () -> store().localPath(absent));
        assertKind(StorageException.Kind.NOT_FOUND, () -> store().verify(absent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256:abc", "../../etc/passwd", "sha1:aaaa", "sha256:../../../../../../etc/passwd"})
    void refusesWhatIsNoDigest(String digest) {
        assertThrows(IllegalArgumentException.class, () -> store().find(digest));
        assertThrows(IllegalArgumentException.class, () -> store().open(digest));
        assertThrows(IllegalArgumentException.class, () -> store().localPath(digest));
        assertThrows(IllegalArgumentException.class, () -> store().delete(digest));
    }

    @Test
    void deletes() {
        BlobRef ref = put(KEPT, bytes(1000, 3));
        assertTrue(store().delete(ref.digest()));
        assertFalse(store().exists(ref.digest()));
        assertFalse(reopened().exists(ref.digest()));
        assertEquals(0, store().usage().stored());
    }

    @Test
    void copiesAFileAndLeavesIt(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a picture"), bytes(2000, 4));
        BlobRef ref = store().put(KEPT, file);
        assertArrayEquals(Files.readAllBytes(file), read(ref));
        assertTrue(Files.exists(file));
        assertThrows(UncheckedIOException.class, () -> store().put(KEPT, folder.resolve("absent")));
    }

    @Test
    void leavesNothingWhenTheContentFails() {
        long before = store().usage().stored();
        InputStream failing = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ > 300_000) {
                    throw new IOException("the vendor hung up");
                }
                return 7;
            }
        };
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> store().put(KEPT, failing));
        assertTrue(String.valueOf(failure.getMessage()).contains("the vendor hung up"), failure.getMessage());
        assertEquals(before, store().usage().stored());
        assertEquals(before, reopened().usage().stored());
    }

    @Test
    void survivesARestart() throws IOException {
        byte[] bytes = bytes(70_000, 5);
        BlobRef ref = put(BlobSpec.evictable(BlobKind.GENERATED, "video/mp4"), bytes);
        BlobStore later = reopened();
        assertEquals(Optional.of(ref), later.find(ref.digest()));
        assertEquals(store().usage().stored(), later.usage().stored());
        assertEquals(store().usage().evictable(), later.usage().evictable());
        try (InputStream content = later.open(ref.digest())) {
            assertArrayEquals(bytes, content.readAllBytes());
        }
    }

    @Test
    void keepsTheStricterRetention() {
        byte[] bytes = bytes(10_000, 6);
        put(BlobSpec.evictable(BlobKind.GENERATED, "image/png"), bytes);
        assertEquals(10_000, store().usage().evictable());
        put(BlobSpec.keep(BlobKind.GENERATED, "image/png"), bytes);
        assertEquals(0, store().usage().evictable());
        put(BlobSpec.evictable(BlobKind.GENERATED, "image/png"), bytes);
        assertEquals(0, store().usage().evictable());
        assertEquals(0, reopened().usage().evictable());
    }

    @Test
    void tellsDamagedBytes() throws IOException {
        byte[] bytes = bytes(200_000, 7);
        BlobRef ref = put(KEPT, bytes);
        damage(ref.digest());
        assertKind(StorageException.Kind.CORRUPT, () -> readQuietly(ref));
        assertEquals(ref, put(KEPT, bytes), "putting the same bytes mends it");
        assertArrayEquals(bytes, read(ref));
        damage(ref.digest());
        assertKind(StorageException.Kind.CORRUPT, () -> store().verify(ref.digest()));
    }

    @Test
    void takesManyPutsAtOnce() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<BlobRef>> puts = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                byte[] bytes = bytes(30_000 + i % 12, i % 12);
                puts.add(CompletableFuture.supplyAsync(() -> put(KEPT, bytes), pool));
            }
            List<BlobRef> refs = new ArrayList<>();
            for (CompletableFuture<BlobRef> put : puts) {
                refs.add(put.get(60, TimeUnit.SECONDS));
            }
            assertEquals(12, refs.stream().distinct().count());
            assertEquals(
                    refs.stream().distinct().mapToLong(BlobRef::size).sum(),
                    store().usage().stored());
            for (BlobRef ref : refs) {
                store().verify(ref.digest());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Reproducible bytes. */
    protected static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    protected final BlobRef put(BlobSpec spec, byte[] bytes) {
        return store().put(spec, new ByteArrayInputStream(bytes));
    }

    protected static void assertKind(StorageException.Kind kind, Runnable call) {
        StorageException failure = assertThrows(StorageException.class, call::run);
        assertEquals(kind, failure.kind(), failure.getMessage());
    }

    private byte[] read(BlobRef ref) throws IOException {
        try (InputStream content = store().open(ref.digest())) {
            return content.readAllBytes();
        }
    }

    private void readQuietly(BlobRef ref) {
        try (InputStream content = store().open(ref.digest())) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String range(String digest, long offset, long length) throws IOException {
        try (InputStream content = store().open(digest, offset, length)) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
