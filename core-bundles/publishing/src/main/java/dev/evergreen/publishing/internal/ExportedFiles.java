package dev.evergreen.publishing.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.media.RenderResult;
import dev.evergreen.spi.export.EncodingPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what an export rendered: bytes first, rows with the job's end, so that a repeated job leaves nothing twice. */
@Component(service = ExportedFiles.class)
public final class ExportedFiles {
    /** The role of what was exported, beside the production's own {@code film}. */
    static final String ROLE = "export";

    private final BlobStore blobs;
    private final AssetRepository assets;
    private final EventBus events;
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public ExportedFiles(
            @Reference BlobStore blobs,
            @Reference AssetRepository assets,
            @Reference EventBus events,
            @Reference Transactions transactions) {
        this(blobs, assets, events, transactions, Clock.systemUTC());
    }

    ExportedFiles(BlobStore blobs, AssetRepository assets, EventBus events, Transactions transactions, Clock clock) {
        this.blobs = blobs;
        this.assets = assets;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Stores the bytes and describes the rows, the film's first. */
    List<Asset> store(Job job, EncodingPlan encoding, RenderResult result) {
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "jobId", job.id().toString(),
                "frames", result.frames(),
                "durationSeconds", result.duration().toMillis() / 1000.0));
        if (!result.loudness().silent()) {
            facts.put("loudness", result.loudness().integrated());
        }
        List<Asset> stored = new ArrayList<>();
        stored.add(
                asset(job, result.film(), type(encoding), encoding.container().mediaType(), facts));
        for (Path file : result.sideFiles()) {
            stored.add(sideFile(job, file));
        }
        return stored;
    }

    /** Stores a timeline for another program. */
    Asset storeArchive(Job job, Path archive) {
        Map<String, Object> facts = Map.of("jobId", job.id().toString());
        return asset(job, archive, Asset.Type.TEXT, "application/zip", facts);
    }

    private static Asset.Type type(EncodingPlan encoding) {
        return switch (encoding.container()) {
            case MP4, WEBM, MOV, HLS -> Asset.Type.VIDEO;
            case M4A, MP3, WAV -> Asset.Type.AUDIO;
            case GIF, PNG, JPEG -> Asset.Type.IMAGE;
            case SUBRIP, WEB_VTT, ASS -> Asset.Type.TEXT;
        };
    }

    private Asset sideFile(Job job, Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        Map<String, Object> facts = Map.of("jobId", job.id().toString());
        if (name.endsWith(".srt")) {
            return asset(job, file, Asset.Type.TEXT, "application/x-subrip", facts);
        }
        if (name.endsWith(".vtt")) {
            return asset(job, file, Asset.Type.TEXT, "text/vtt", facts);
        }
        boolean image = name.endsWith(".jpg") || name.endsWith(".png");
        return image
                ? asset(job, file, Asset.Type.IMAGE, name.endsWith(".png") ? "image/png" : "image/jpeg", facts)
                : asset(job, file, Asset.Type.TEXT, "text/plain", facts);
    }

    private Asset asset(Job job, Path file, Asset.Type type, String mediaType, Map<String, Object> facts) {
        BlobRef blob = blobs.put(BlobSpec.keep(BlobKind.EXPORTS, mediaType), file);
        UUID id = UUID.nameUUIDFromBytes((job.id() + "/" + name(file)).getBytes(StandardCharsets.UTF_8));
        return new Asset(
                id,
                job.projectId().orElseThrow(),
                Optional.empty(),
                type,
                Asset.Source.GENERATED,
                blob.digest(),
                mediaType,
                name(file),
                ROLE,
                Json.write(facts),
                clock.instant());
    }

    /** Joins the transaction of the job's end. */
    void add(List<Asset> stored) {
        for (Asset asset : stored) {
            if (assets.find(asset.id()).isEmpty()) {
                assets.add(asset);
                Map<String, Object> payload = Map.of(
                        "assetId", asset.id().toString(),
                        "projectId", asset.projectId().toString(),
                        "role", asset.role());
                Event created =
                        new Event("asset:created", asset.projectId().toString(), Map.copyOf(payload), clock.instant());
                transactions.afterCommit(() -> events.publish(created));
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
