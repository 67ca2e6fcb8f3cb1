package dev.evergreen.blobs.s3.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.blobs.s3.internal.FaultyFront.Fault;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that refuses, is slow, breaks off, or loses its rights: no torn blob is ever seen, and what can be done again is. */
class FaultsTest {
    private static final BlobSpec KEPT = BlobSpec.keep(BlobKind.EXPORTS, "video/mp4");
    private static final int TWO_PARTS = TestStore.PART + 1_000_000;

    @TempDir
    Path folder;

    private final String name = "f" + UUID.randomUUID().toString().substring(0, 8);
    private FaultyFront front;
    private TestStore faulty;
    private TestStore direct;

    @BeforeEach
    void start() throws IOException {
        front = new FaultyFront(TestStore.server().port());
        direct = new TestStore(TestStore.settings(name), folder.resolve("direct")).made();
        faulty = new TestStore(with(TestStore.settings(name, front.endpoint()), 3), folder.resolve("faulty"));
    }

    /** Few tries and little patience. */
    private static S3Settings with(S3Settings settings, int attempts) {
        return new S3Settings(
                settings.buckets(),
                settings.endpoint(),
                settings.region(),
                settings.pathStyle(),
                settings.keys(),
                settings.encryption(),
                settings.manageBuckets(),
                settings.evictableDays(),
                settings.versionsDays(),
                settings.partBytes(),
                attempts,
                Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() throws IOException {
        faulty.close();
        direct.close();
        front.close();
    }

    @Test
    void triesAgainWhenRefused() {
        front.next("PUT", Fault.SLOW_DOWN, Fault.REFUSE);
        BlobRef ref = put(1000, 1);
        assertEquals(ref, direct.store.find(ref.digest()).orElseThrow());
        assertEquals(
                3,
                front.requests().stream().filter(head -> head.startsWith("PUT")).count());
        assertEquals(Optional.empty(), faulty.objects.trouble());
    }

    @Test
    void givesUpAndSaysWhatWhereAndWhy() {
        front.always(Fault.SLOW_DOWN, "PUT");
        StorageException failure = assertThrows(StorageException.class, () -> put(1000, 2));
        assertEquals(StorageException.Kind.UNAVAILABLE, failure.kind());
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith("Cannot store s3://" + name + "-exports/keep/"), message);
        assertTrue(message.contains("HTTP 503 SlowDown"), message);
        assertEquals(
                3,
                front.requests().stream().filter(head -> head.startsWith("PUT")).count(),
                "tries are bounded");
        assertEquals(0, direct.store.usage().stored());
        assertTrue(faulty.objects.trouble().orElseThrow().contains("503"));

        front.always(Fault.NONE, "");
        BlobRef ref = put(1000, 2);
        assertTrue(direct.store.exists(ref.digest()), "the same succeeds later");
        assertEquals(Optional.empty(), faulty.objects.trouble());
        System.out.println(
                "FIGURE S3 refusing all uploads: tries 3, left behind 0, stored once it takes them again: 1");
    }

    @Test
    void aStoreThatHangsIsNotWaitedForLong() {
        front.always(Fault.HANG, "");
        long began = System.nanoTime();
        StorageException failure = assertThrows(StorageException.class, () -> put(1000, 3));
        assertEquals(StorageException.Kind.UNAVAILABLE, failure.kind());
        double seconds = (System.nanoTime() - began) / 1e9;
        assertTrue(seconds < 40, "three tries of two seconds took " + seconds + " s");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        front.always(Fault.CUT_REQUEST, "partNumber=2");
        assertThrows(StorageException.class, () -> put(TWO_PARTS, 4));
        String digest = digest(TWO_PARTS, 4);
        assertFalse(direct.store.exists(digest), "no torn blob is seen");
        assertEquals(
                0,
                direct.objects
                        .client()
                        .listMultipartUploads(request -> request.bucket(name + "-exports"))
                        .uploads()
                        .size(),
                "the part that was sent is removed");

        front.next("partNumber=2", Fault.CUT_REQUEST, Fault.CUT_REQUEST);
        BlobRef ref = put(TWO_PARTS, 4);
        direct.store.verify(ref.digest());
    }

    @Test
    void aReadThatBreaksOffGoesOnWhereItWas() throws IOException {
        byte[] bytes = bytes(TWO_PARTS, 5);
        BlobRef ref = direct.store.put(KEPT, new ByteArrayInputStream(bytes));
        front.next("GET", Fault.CUT_ANSWER, Fault.CUT_ANSWER, Fault.REFUSE);
        try (InputStream content = faulty.store.open(ref.digest())) {
            assertArrayEquals(bytes, content.readAllBytes());
        }
        assertTrue(
                front.requests().stream()
                        .anyMatch(head -> head.contains("bytes=600")
                                || head.toLowerCase(java.util.Locale.ROOT).contains("range: bytes=5")),
                "the rest was asked for, not the whole again");
        front.next("GET", Fault.CUT_ANSWER);
        assertArrayEquals(bytes, Files.readAllBytes(faulty.store.localPath(ref.digest())));
    }

    @Test
    void aReadThatNeverEndsWellLeavesNoCopy() {
        BlobRef ref = direct.store.put(KEPT, new ByteArrayInputStream(bytes(TWO_PARTS, 6)));
        front.always(Fault.REFUSE, "GET");
        StorageException failure = assertThrows(StorageException.class, () -> faulty.store.localPath(ref.digest()));
        assertEquals(StorageException.Kind.UNAVAILABLE, failure.kind());
        assertEquals(0, faulty.folder.usage().stored());
        front.always(Fault.NONE, "");
        assertTrue(Files.exists(faulty.store.localPath(ref.digest())));
    }

    @Test
    void aWrongKeyIsNamed() {
        S3Settings right = TestStore.settings(name);
        S3Settings wrong = new S3Settings(
                right.buckets(),
                right.endpoint(),
                right.region(),
                right.pathStyle(),
                Optional.of(new S3Settings.Keys("stranger", "secret")),
                right.encryption(),
                true,
                right.evictableDays(),
                right.versionsDays(),
                right.partBytes(),
                2,
                Duration.ofSeconds(5));
        try (TestStore stranger = new TestStore(wrong, folder.resolve("stranger"))) {
            StorageException failure = assertThrows(
                    StorageException.class, () -> stranger.store.put(KEPT, new ByteArrayInputStream(new byte[10])));
            assertEquals(StorageException.Kind.READ_ONLY, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains("correct access.key"), failure.getMessage());
        }
    }

    @Test
    void aMissingBucketIsMadeOrNamed() {
        S3Settings elsewhere = TestStore.settings(name + "x");
        S3Settings asIs = new S3Settings(
                elsewhere.buckets(),
                elsewhere.endpoint(),
                elsewhere.region(),
                elsewhere.pathStyle(),
                elsewhere.keys(),
                elsewhere.encryption(),
                false,
                elsewhere.evictableDays(),
                elsewhere.versionsDays(),
                elsewhere.partBytes(),
                2,
                Duration.ofSeconds(5));
        try (TestStore unprepared = new TestStore(asIs, folder.resolve("unprepared"))) {
            StorageException failure = assertThrows(StorageException.class, unprepared::prepared);
            assertEquals(StorageException.Kind.MISCONFIGURED, failure.kind());
            assertTrue(
                    String.valueOf(failure.getMessage()).contains("There is no bucket " + name + "x-exports"),
                    failure.getMessage());
        }
        try (TestStore prepared = new TestStore(elsewhere, folder.resolve("prepared")).prepared()) {
            prepared.store.put(KEPT, new ByteArrayInputStream(new byte[10]));
            prepared.prepared();
        }
    }

    private BlobRef put(int size, long seed) {
        return faulty.store.put(KEPT, new ByteArrayInputStream(bytes(size, seed)));
    }

    private String digest(int size, long seed) {
        return faulty.folder
                .put(KEPT, new ByteArrayInputStream(bytes(size, seed)))
                .digest();
    }

    private static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
