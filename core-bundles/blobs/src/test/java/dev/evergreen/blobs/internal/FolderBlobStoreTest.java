package dev.evergreen.blobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.BlobFolders;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.storage.contract.BlobStoreContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderBlobStoreTest extends BlobStoreContract {
    private static final BlobSpec CACHED = BlobSpec.evictable(BlobKind.GENERATED, "video/mp4");
    private static final BlobSpec KEPT = BlobSpec.keep(BlobKind.EXPORTS, "video/mp4");
    private static final int QUARTER = 1_000_000;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private BlobStore store;

    @BeforeEach
    void open() {
        store = opened(Long.MAX_VALUE, 0);
    }

    @Override
    protected BlobStore store() {
        return store;
    }

    @Override
    protected BlobStore reopened() {
        return opened(Long.MAX_VALUE, 0);
    }

    private BlobStore opened(long quota, long keepFree) {
        return new FolderBlobStore(new BlobFolders.Options(folder, quota, keepFree, BlobFolderServices.REMEDY), clock);
    }

    @Override
    protected void damage(String digest) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(store.localPath(digest).toFile(), "rw")) {
            file.seek(file.length() / 2);
            int byteThere = file.read();
            file.seek(file.length() / 2);
            file.write(byteThere ^ 1);
        }
    }

    @Test
    void dropsTheLeastRecentlyUsedThatCanBeMadeAgain() throws IOException {
        store = opened(4 * QUARTER, 0);
        List<BlobRef> cached = putQuarters(CACHED, 3);
        BlobRef kept = put(KEPT, bytes(QUARTER, 90));
        clock.advance(Duration.ofHours(1));
        store.open(cached.get(0).digest()).close();
        clock.advance(Duration.ofHours(1));

        BlobRef next = put(KEPT, bytes(QUARTER, 91));

        assertEquals(List.of(true, false, true), exist(cached), "the second was used longest ago");
        assertEquals(List.of(true, true), exist(List.of(kept, next)));
        assertTrue(store.usage().stored() <= 4 * QUARTER, "within the quota");
    }

    @Test
    void evictsInTheSameOrderAfterARestart() throws IOException {
        List<BlobRef> cached = putQuarters(CACHED, 3);
        clock.advance(Duration.ofHours(1));
        store.localPath(cached.get(0).digest());
        clock.advance(Duration.ofHours(1));
        store = opened(3 * QUARTER, 0);

        put(KEPT, bytes(QUARTER, 91));

        assertEquals(List.of(true, false, true), exist(cached));
    }

    @Test
    void neverDropsWhatIsToBeKept() {
        store = opened(4 * QUARTER, 0);
        List<BlobRef> kept = putQuarters(KEPT, 4);
        clock.advance(Duration.ofDays(365));
        StorageException full = assertThrows(StorageException.class, () -> put(CACHED, bytes(1, 99)));
        assertEquals(StorageException.Kind.FULL, full.kind());
        assertTrue(full.getMessage().contains("quota.gibibytes in etc/dev.evergreen.blobs.cfg"), full.getMessage());
        assertEquals(List.of(true, true, true, true), exist(kept));
    }

    @Test
    void neverDropsWhatSomebodyMayJustBeReading() {
        store = opened(4 * QUARTER, 0);
        List<BlobRef> cached = putQuarters(CACHED, 4);
        assertKind(StorageException.Kind.FULL, () -> put(KEPT, bytes(QUARTER, 91)));
        assertEquals(List.of(true, true, true, true), exist(cached));
        clock.advance(Room.GRACE.plusSeconds(1));
        assertTrue(store.exists(put(KEPT, bytes(QUARTER, 91)).digest()));
    }

    @Test
    void aBlobThatIsOpenSurvivesItsEviction() throws IOException {
        store = opened(4 * QUARTER, 0);
        BlobRef cached = put(CACHED, bytes(4 * QUARTER, 1));
        try (InputStream open = store.open(cached.digest())) {
            open.readNBytes(10);
            clock.advance(Duration.ofHours(1));
            put(KEPT, bytes(QUARTER, 2));
            assertFalse(store.exists(cached.digest()));
            assertEquals(4 * QUARTER - 10, open.readAllBytes().length);
        }
    }

    @Test
    void aBlobOfExactlyTheQuotaFitsAndOneByteMoreLeavesNothing() throws IOException {
        store = opened(4 * QUARTER, 0);
        assertKind(StorageException.Kind.FULL, () -> put(KEPT, bytes(4 * QUARTER + 1, 1)));
        assertEquals(0, store.usage().stored());
        assertEquals(List.of(), regularFiles());
        assertTrue(store.exists(put(KEPT, bytes(4 * QUARTER, 1)).digest()));
    }

    @Test
    void keepsSpaceOnTheDeviceFree() {
        long free = store.usage().free();
        store = opened(Long.MAX_VALUE, free * 2);
        StorageException full = assertThrows(StorageException.class, () -> put(KEPT, bytes(1, 1)));
        assertEquals(StorageException.Kind.FULL, full.kind());
        assertTrue(full.getMessage().contains("keep.free.mebibytes"), full.getMessage());
    }

    @Test
    void forgetsWhatAKilledNodeWasWriting() throws IOException {
        Files.createDirectories(folder.resolve("incoming"));
        Files.write(folder.resolve("incoming/blob-half"), new byte[1000]);
        store = reopened();
        assertEquals(0, store.usage().stored());
        assertEquals(List.of(), regularFiles());
    }

    @Test
    void tellsATruncatedFileWithoutReadingIt() throws IOException {
        BlobRef ref = put(KEPT, bytes(5000, 8));
        try (RandomAccessFile file =
                new RandomAccessFile(store.localPath(ref.digest()).toFile(), "rw")) {
            file.setLength(100);
        }
        assertKind(StorageException.Kind.CORRUPT, () -> store.localPath(ref.digest()));
        assertFalse(store.exists(ref.digest()));
        assertEquals(ref, put(KEPT, bytes(5000, 8)));
        store.verify(ref.digest());
    }

    @Test
    void noticesAFileThatSomebodyDeleted() throws IOException {
        BlobRef ref = put(KEPT, bytes(5000, 8));
        Files.delete(store.localPath(ref.digest()));
        assertKind(StorageException.Kind.NOT_FOUND, () -> store.open(ref.digest()));
        assertEquals(0, store.usage().stored());
        assertEquals(ref, put(KEPT, bytes(5000, 8)));
        store.verify(ref.digest());
    }

    @Test
    void ignoresForeignFiles() throws IOException {
        BlobRef ref = put(KEPT, bytes(5000, 8));
        Path folderOfBlob = store.localPath(ref.digest()).getParent();
        Files.writeString(folderOfBlob.resolve("README"), "not a blob");
        Files.writeString(folder.resolve("exports/stray"), "not a blob");
        assertEquals(5000, reopened().usage().stored());
    }

    private List<BlobRef> putQuarters(BlobSpec spec, int count) {
        List<BlobRef> refs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            refs.add(put(spec, bytes(QUARTER, i)));
            clock.advance(Duration.ofSeconds(1));
        }
        return refs;
    }

    private List<Boolean> exist(List<BlobRef> refs) {
        return refs.stream().map(ref -> store.exists(ref.digest())).toList();
    }

    private List<Path> regularFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
