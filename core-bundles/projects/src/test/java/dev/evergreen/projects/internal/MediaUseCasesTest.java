package dev.evergreen.projects.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.BlobUsage;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.media.CompanionFiles;
import dev.evergreen.media.Ingest;
import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.MediaKind;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.projects.AssetCompanions;
import dev.evergreen.projects.AssetCompanions.Companion;
import dev.evergreen.projects.ByteRange;
import dev.evergreen.projects.StoredAsset;
import dev.evergreen.projects.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaUseCasesTest {
    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);

    private final UUID project = UUID.randomUUID();
    private final Fakes.Gate gate = new Fakes.Gate();
    private final Fakes.Assets rows = new Fakes.Assets();
    private final Fakes.Timelines timelines = new Fakes.Timelines();
    private final Fakes.Bus bus = new Fakes.Bus();
    private final Blobs blobs = new Blobs();
    private final OneIngest ingest = new OneIngest();
    private final AssetsComponent assets = new AssetsComponent(gate, rows, timelines, blobs);

    @TempDir
    private Path folder;

    @TempDir
    private Path local;

    private UploadsComponent uploads;
    private CompanionsComponent companions;
    private int made;

    @BeforeEach
    void activate() {
        blobs.local = local;
        Fakes.OneTransaction transactions = new Fakes.OneTransaction();
        uploads = new UploadsComponent(
                gate,
                rows,
                blobs,
                new Data(folder),
                ingest,
                transactions,
                new Announcements(bus, transactions, Fakes.CLOCK),
                new OneMegabyte());
        companions = new CompanionsComponent(
                assets, blobs, new Fakes.Memory(), new Data(folder), ingest, this::small, new OneMegabyte());
    }

    /** A strip of one thumbnail, and nothing else. */
    private CompanionFiles small(Path file, MediaInfo media, Path out, WorkLimits limits) {
        made++;
        try {
            assertArrayEquals(PICTURE, Files.readAllBytes(file));
            Path thumbnail = Files.write(out.resolve("small.jpg"), new byte[] {1, 2, 3});
            return new CompanionFiles(Optional.of(thumbnail), 1, Optional.empty(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredAsset upload(String name, byte[] content) {
        return uploads.upload(Fakes.OWNER, new Upload(project, "picture", name, new ByteArrayInputStream(content)));
    }

    @Test
    void an_upload_becomes_an_asset_of_what_ingest_left() throws IOException {
        StoredAsset stored = upload("C:\\photos\\pool.bmp", PICTURE);
        Asset asset = stored.asset();

        assertEquals("pool.bmp", asset.name(), "folders before the name are dropped");
        assertEquals("image/png", asset.mediaType());
        assertEquals(Asset.Type.IMAGE, asset.type());
        assertEquals(Asset.Source.UPLOADED, asset.source());
        assertEquals(640, Json.readObject(asset.metadata()).get("width"));
        assertEquals(List.of("It is small"), Json.readObject(asset.metadata()).get("notes"));
        assertEquals("image/bmp", Json.readObject(asset.metadata()).get("originalMediaType"));
        assertEquals(List.of("asset:created picture"), bus.published);
        assertEquals(stored, assets.find(Fakes.OWNER, asset.id()));
        try (InputStream part = assets.read(Fakes.OWNER, stored, new ByteRange(2, 3))) {
            assertArrayEquals("pic".getBytes(StandardCharsets.UTF_8), part.readAllBytes());
        }
        assertNothingLeft();
    }

    @Test
    void what_is_refused_leaves_nothing_behind() throws IOException {
        assertRefused(Problem.Kind.INVALID, "empty", () -> upload("a.png", new byte[0]));
        assertRefused(Problem.Kind.TOO_LARGE, "limit of 1 MB", () -> upload("a.png", new byte[1_000_001]));
        ingest.failure = Optional.of(MediaException.Kind.UNSUPPORTED);
        assertRefused(Problem.Kind.UNSUPPORTED_MEDIA, "No.", () -> upload("a.png", PICTURE));
        ingest.failure = Optional.of(MediaException.Kind.TIMEOUT);
        assertRefused(Problem.Kind.TOO_LARGE, "No.", () -> upload("a.png", PICTURE));
        ingest.failure = Optional.of(MediaException.Kind.STORAGE);
        assertRefused(Problem.Kind.EXHAUSTED, "No.", () -> upload("a.png", PICTURE));
        ingest.failure = Optional.empty();
        blobs.full = true;
        assertRefused(Problem.Kind.EXHAUSTED, "full", () -> upload("a.png", PICTURE));

        assertEquals(Map.of(), rows.stored);
        assertEquals(List.of(), bus.published);
        assertNothingLeft();
    }

    @Test
    void whatever_the_name_is_the_file_stays_in_its_own_folder() {
        for (String name : List.of(
                "..", ".hidden.png", "a\u0000b.png", "-y.png", "x".repeat(200) + ".png", "\u00fc\ud83d\ude00.png")) {
            upload(name, PICTURE);
            assertTrue(
                    ingest.taken.getParent().getFileName().toString().equals("in")
                            && ingest.taken.normalize().startsWith(folder.resolve("work/uploads")),
                    ingest.taken::toString);
        }
        upload("pool.bmp", PICTURE);
        assertEquals("pool.bmp", ingest.taken.getFileName().toString(), "messages name the file as its owner does");
    }

    @Test
    void an_upload_needs_a_name_and_a_known_role() {
        InputStream nothing = InputStream.nullInputStream();

        assertEquals("fileName", field(() -> new Upload(project, "upload", "folder/", nothing)));
        assertEquals("role", field(() -> new Upload(project, "king", "a.png", nothing)));
    }

    @Test
    void companions_are_made_when_asked_for_and_again_when_they_were_dropped() throws IOException {
        StoredAsset stored = upload("a.png", PICTURE);
        UUID id = stored.asset().id();
        assertEquals(0, made);

        Companion strip = companions.find(Fakes.OWNER, id, AssetCompanions.Kind.THUMBNAILS);
        assertEquals(1, strip.pictures());
        assertEquals(3, strip.file().size());
        assertEquals("image/jpeg", strip.file().asset().mediaType());
        try (InputStream content = assets.read(Fakes.OWNER, strip.file(), new ByteRange(0, 3))) {
            assertArrayEquals(new byte[] {1, 2, 3}, content.readAllBytes());
        }
        assertEquals(strip, companions.find(Fakes.OWNER, id, AssetCompanions.Kind.THUMBNAILS));
        assertRefused(
                Problem.Kind.NOT_FOUND,
                "a.png has no sound",
                () -> companions.find(Fakes.OWNER, id, AssetCompanions.Kind.PEAKS));
        assertEquals(1, made, "what is known is not made again");

        blobs.kept.remove(strip.file().asset().digest());
        assertEquals(
                3,
                companions
                        .find(Fakes.OWNER, id, AssetCompanions.Kind.THUMBNAILS)
                        .file()
                        .size());
        assertEquals(2, made);
        assertRefused(
                Problem.Kind.FORBIDDEN, "", () -> companions.find(Fakes.STRANGER, id, AssetCompanions.Kind.THUMBNAILS));
        assertNothingLeft();
    }

    @Test
    void what_the_timeline_shows_is_not_deleted() {
        Asset asset = upload("a.png", PICTURE).asset();
        timelines.newest = Optional.of(new TimelineRevision(
                project, 1, "{\"digest\":\"" + asset.digest() + "\"}", "{}", "engine", Fakes.CLOCK.instant()));

        assertRefused(Problem.Kind.CONFLICT, "replace it there", () -> assets.delete(Fakes.OWNER, asset.id()));
        timelines.newest = Optional.empty();
        assets.delete(Fakes.OWNER, asset.id());

        assertRefused(Problem.Kind.NOT_FOUND, asset.id().toString(), () -> assets.find(Fakes.OWNER, asset.id()));
    }

    @Test
    void variants_serve_the_same_purpose_in_the_same_place() {
        StoredAsset first = upload("a.png", PICTURE);
        StoredAsset second = upload("A.PNG", PICTURE);
        upload("b.png", PICTURE);

        assertEquals(List.of(second), assets.variants(Fakes.OWNER, first.asset().id()));
    }

    @Test
    void an_evicted_file_has_no_size_and_says_how_to_get_it_again() {
        StoredAsset stored = upload("a.png", PICTURE);
        blobs.kept.clear();

        StoredAsset found = assets.find(Fakes.OWNER, stored.asset().id());

        assertEquals(0, found.size());
        assertRefused(
                Problem.Kind.NOT_FOUND,
                "make the film again",
                () -> assets.read(Fakes.OWNER, found, new ByteRange(0, 1)));
    }

    @Test
    void strangers_see_and_change_nothing() {
        StoredAsset stored = upload("a.png", PICTURE);
        UUID id = stored.asset().id();

        assertRefused(Problem.Kind.FORBIDDEN, "", () -> assets.find(Fakes.STRANGER, id));
        assertRefused(Problem.Kind.FORBIDDEN, "", () -> assets.variants(Fakes.STRANGER, id));
        assertRefused(Problem.Kind.FORBIDDEN, "", () -> assets.read(Fakes.STRANGER, stored, new ByteRange(0, 1)));
        assertRefused(Problem.Kind.FORBIDDEN, "", () -> assets.delete(Fakes.STRANGER, id));
        assertRefused(
                Problem.Kind.FORBIDDEN,
                "",
                () -> uploads.upload(
                        Fakes.STRANGER, new Upload(project, "upload", "a", InputStream.nullInputStream())));
        assertEquals(1, rows.stored.size());
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    private static void assertRefused(Problem.Kind kind, String words, Runnable call) {
        ProblemException refused = assertThrows(ProblemException.class, call::run);
        assertEquals(kind, refused.kind(), refused.getMessage());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    private static String field(Runnable making) {
        return assertThrows(ProblemException.class, making::run)
                .problems()
                .get(0)
                .field();
    }

    private record Data(Path root) implements NodeData {
        @Override
        public Path folder(String... name) {
            try {
                return Files.createDirectories(root.resolve(String.join("/", name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String nodeId() {
            return "node";
        }
    }

    /** Takes everything for a picture of 640 by 480. */
    private static final class OneIngest implements Ingest {
        Optional<MediaException.Kind> failure = Optional.empty();
        Path taken = Path.of("");

        @Override
        public MediaInfo probe(Path file, IngestLimits limits) {
            return info("image/bmp");
        }

        @Override
        public Ingested normalise(Path file, Path out, IngestLimits limits) throws MediaException {
            taken = file;
            if (failure.isPresent()) {
                throw new MediaException(failure.get(), "No.");
            }
            try {
                Path made = Files.copy(file, out.resolve("made.png"));
                return new Ingested(made, info("image/png"), info("image/bmp"), List.of("It is small"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static MediaInfo info(String type) {
            return new MediaInfo(
                    MediaKind.IMAGE, type, 640, 480, Duration.ZERO, false, 0, 9, "sha256:" + "0".repeat(64));
        }
    }

    private static final class Blobs implements BlobStore {
        final Map<String, byte[]> kept = new HashMap<>();
        Path local = Path.of("");
        boolean full;

        @Override
        public BlobRef put(BlobSpec spec, InputStream content) {
            if (full) {
                throw new StorageException(StorageException.Kind.FULL, "The disk is full; make room.");
            }
            try {
                byte[] bytes = content.readAllBytes();
                String digest = String.format("sha256:%064x", kept.size() + 1);
                kept.put(digest, bytes);
                return new BlobRef(digest, bytes.length, spec.mediaType());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<BlobRef> find(String digest) {
            return Optional.ofNullable(kept.get(digest)).map(bytes -> new BlobRef(digest, bytes.length, "image/png"));
        }

        @Override
        public InputStream open(String digest, long offset, long length) {
            byte[] bytes = Optional.ofNullable(kept.get(digest))
                    .orElseThrow(() -> new StorageException(StorageException.Kind.NOT_FOUND, "Gone."));
            return new ByteArrayInputStream(bytes, (int) offset, (int) length);
        }

        @Override
        public Path localPath(String digest) {
            try {
                return Files.write(local.resolve("blob-" + digest.substring(digest.length() - 4)), kept.get(digest));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void verify(String digest) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public boolean delete(String digest) {
            throw new AssertionError("bytes may belong to others, too");
        }

        @Override
        public BlobUsage usage() {
            return new BlobUsage(0, 0, Long.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    private static final class OneMegabyte implements UploadsComponent.Configuration {
        @Override
        public int maximum_megabytes() {
            return 1;
        }

        @Override
        public int maximum_megapixels() {
            return 1;
        }

        @Override
        public int maximum_minutes() {
            return 1;
        }

        @Override
        public int maximum_streams() {
            return 1;
        }

        @Override
        public int maximum_work_seconds() {
            return 1;
        }

        @Override
        public int maximum_processor_seconds() {
            return 1;
        }

        @Override
        public int maximum_memory_megabytes() {
            return 1;
        }

        @Override
        public int maximum_output_megabytes() {
            return 1;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return UploadsComponent.Configuration.class;
        }
    }
}
