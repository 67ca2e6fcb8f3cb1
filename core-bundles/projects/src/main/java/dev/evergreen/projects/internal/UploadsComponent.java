package dev.evergreen.projects.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.media.Ingest;
import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.projects.StoredAsset;
import dev.evergreen.projects.Upload;
import dev.evergreen.projects.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Takes uploads in through a folder of their own, which is gone again at the end, whatever the end is. */
@Component(configurationPid = "dev.evergreen.uploads")
@Designate(ocd = UploadsComponent.Configuration.class)
public final class UploadsComponent implements Uploads {
    /** {@code etc/dev.evergreen.uploads.cfg}. */
    @ObjectClassDefinition(name = "Evergreen uploads", description = "What people's own media may be at most")
    public @interface Configuration {
        /** Megabytes of one file. */
        @AttributeDefinition(name = "Largest file", description = "in megabytes")
        int maximum_megabytes() default 2048;

        /** Megapixels of one picture. */
        @AttributeDefinition(name = "Largest picture", description = "in megapixels")
        int maximum_megapixels() default 100;

        /** Minutes of one recording or clip. */
        @AttributeDefinition(name = "Longest recording", description = "in minutes")
        int maximum_minutes() default 240;

        /** Pictures, sounds and texts in one file. */
        @AttributeDefinition(name = "Most streams", description = "pictures, sounds and texts in one file")
        int maximum_streams() default 300;

        /** Seconds that one step of taking a file in may last. */
        @AttributeDefinition(name = "Longest work", description = "seconds that one step of taking a file in may last")
        int maximum_work_seconds() default 600;

        /** Seconds of processor time for one step. */
        @AttributeDefinition(
                name = "Most processor time",
                description = "seconds, all processors together, for one step")
        int maximum_processor_seconds() default 3600;

        /** Megabytes of memory for one step. */
        @AttributeDefinition(name = "Most memory", description = "megabytes of address space for one step")
        int maximum_memory_megabytes() default 4096;

        /** Megabytes that one step may write. */
        @AttributeDefinition(name = "Most output", description = "megabytes that one step may write")
        int maximum_output_megabytes() default 8192;
    }

    private static final int LONGEST_NAME = 60;

    private final Access access;
    private final AssetRepository assets;
    private final BlobStore blobs;
    private final NodeData data;
    private final Ingest ingest;
    private final Transactions transactions;
    private final Announcements announcements;
    private final IngestLimits limits;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public UploadsComponent(
            @Reference Access access,
            @Reference AssetRepository assets,
            @Reference BlobStore blobs,
            @Reference NodeData data,
            @Reference Ingest ingest,
            @Reference Transactions transactions,
            @Reference Announcements announcements,
            Configuration configuration) {
        this.access = access;
        this.assets = assets;
        this.blobs = blobs;
        this.data = data;
        this.ingest = ingest;
        this.transactions = transactions;
        this.announcements = announcements;
        this.limits = limits(configuration);
    }

    static IngestLimits limits(Configuration configuration) {
        return new IngestLimits(
                configuration.maximum_megabytes() * 1_000_000L,
                configuration.maximum_megapixels() * 1_000_000L,
                Duration.ofMinutes(configuration.maximum_minutes()),
                configuration.maximum_streams(),
                new WorkLimits(
                        Duration.ofSeconds(configuration.maximum_work_seconds()),
                        Duration.ofSeconds(configuration.maximum_processor_seconds()),
                        configuration.maximum_memory_megabytes() * 1_000_000L,
                        configuration.maximum_output_megabytes() * 1_000_000L));
    }

    @Override
    public StoredAsset upload(Person person, Upload upload) {
        access.require(person, Action.EDIT, Optional.of(upload.projectId()));
        try (TemporaryFolder folder = TemporaryFolder.in(data.folder("work", "uploads"))) {
            Path file = Files.createDirectory(folder.path().resolve("in")).resolve(harmless(upload.fileName()));
            FileCopy.copy(upload.content(), file, limits.maxBytes(), upload.fileName());
            Path out = Files.createDirectory(folder.path().resolve("out"));
            Ingested ingested = ingest.normalise(file, out, limits);
            return store(upload, ingested);
        } catch (MediaException e) {
            throw e.asProblem("file");
        } catch (StorageException e) {
            throw StorageProblems.of(e, upload.fileName());
        } catch (IOException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.EXHAUSTED,
                            "file",
                            "The file " + upload.fileName() + " could not be written to the data folder ("
                                    + e.getMessage() + "); check its free space and permissions.")),
                    e);
        }
    }

    /** The file's name as far as every file system takes it, so that messages about the file name it. */
    private static String harmless(String fileName) {
        String plain = fileName.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST_NAME)).replaceFirst("^[. -]+", "");
        return end.isEmpty() ? "file" : end;
    }

    private StoredAsset store(Upload upload, Ingested ingested) {
        MediaInfo media = ingested.media();
        BlobRef blob = blobs.put(BlobSpec.keep(BlobKind.MEDIA, media.mediaType()), ingested.file());
        Asset asset = new Asset(
                UUID.randomUUID(),
                upload.projectId(),
                Optional.empty(),
                Asset.Type.valueOf(media.kind().name()),
                Asset.Source.UPLOADED,
                blob.digest(),
                media.mediaType(),
                upload.fileName(),
                upload.role(),
                Json.write(metadata(ingested)),
                clock.instant());
        transactions.run(() -> {
            assets.add(asset);
            announcements.assetCreated(asset);
        });
        return new StoredAsset(asset, blob.size());
    }

    private static Map<String, Object> metadata(Ingested ingested) {
        MediaInfo media = ingested.media();
        Map<String, Object> metadata = new TreeMap<>();
        metadata.put("originalMediaType", ingested.original().mediaType());
        metadata.put("originalBytes", ingested.original().bytes());
        metadata.put("originalDigest", ingested.original().digest());
        if (media.width() > 0) {
            metadata.put("width", media.width());
            metadata.put("height", media.height());
        }
        if (!media.duration().isZero()) {
            metadata.put("durationSeconds", media.duration().toMillis() / 1000.0);
        }
        if (!ingested.notes().isEmpty()) {
            metadata.put("notes", ingested.notes());
        }
        return metadata;
    }

    @Override
    public long maximumBytes() {
        return limits.maxBytes();
    }
}
