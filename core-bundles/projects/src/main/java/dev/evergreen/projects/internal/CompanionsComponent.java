package dev.evergreen.projects.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.media.CompanionFiles;
import dev.evergreen.media.Companions;
import dev.evergreen.media.Ingest;
import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.MediaInfo;
import dev.evergreen.projects.AssetCompanions;
import dev.evergreen.projects.Assets;
import dev.evergreen.projects.StoredAsset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what it made as blobs that may be dropped, and where they are in the cache; without either it makes them again. */
@Component(configurationPid = "dev.evergreen.uploads")
public final class CompanionsComponent implements AssetCompanions {
    private static final Duration KNOWN = Duration.ofDays(7);

    private final Assets assets;
    private final BlobStore blobs;
    private final Cache cache;
    private final NodeData data;
    private final Ingest ingest;
    private final Companions companions;
    private final IngestLimits limits;

    @Activate
    public CompanionsComponent(
            @Reference Assets assets,
            @Reference BlobStore blobs,
            @Reference Cache cache,
            @Reference NodeData data,
            @Reference Ingest ingest,
            @Reference Companions companions,
            UploadsComponent.Configuration configuration) {
        this.assets = assets;
        this.blobs = blobs;
        this.cache = cache;
        this.data = data;
        this.ingest = ingest;
        this.companions = companions;
        limits = UploadsComponent.limits(configuration);
    }

    /**
     * The companions of one content.
     *
     * @param files the blobs that there are
     * @param pictures side by side in the thumbnails
     */
    private record Made(Map<Kind, Small> files, int pictures) {}

    private record Small(String digest, String mediaType) {}

    @Override
    public Companion find(Person person, UUID assetId, Kind kind) {
        StoredAsset stored = assets.find(person, assetId);
        Asset asset = stored.asset();
        Made made = known(asset.digest(), kind).orElseGet(() -> make(asset, kind));
        Small small = made.files.get(kind);
        if (small == null) {
            throw new ProblemException(Problem.Kind.NOT_FOUND, "companion", absent(asset, kind));
        }
        long size = blobs.find(small.digest).map(BlobRef::size).orElse(0L);
        return new Companion(
                new StoredAsset(as(asset, small, kind), size), kind == Kind.THUMBNAILS ? made.pictures : 0);
    }

    private static Asset as(Asset asset, Small small, Kind kind) {
        return new Asset(
                asset.id(),
                asset.projectId(),
                asset.sceneId(),
                asset.type(),
                asset.source(),
                small.digest,
                small.mediaType,
                asset.name() + "." + kind.name().toLowerCase(Locale.ROOT),
                asset.role(),
                asset.metadata(),
                asset.createdAt());
    }

    private static String absent(Asset asset, Kind kind) {
        return switch (kind) {
            case THUMBNAILS -> asset.name() + " has no pictures, so it has no thumbnails.";
            case PROXY -> asset.name() + " is no larger than its proxy would be; play the file itself.";
            case PEAKS -> asset.name() + " has no sound, so it has no peaks.";
        };
    }

    /** What the cache says, unless the file has been dropped meanwhile. */
    private Optional<Made> known(String digest, Kind kind) {
        return cache.getText(key(digest))
                .map(text -> Json.read(text, Made.class))
                .filter(made -> Optional.ofNullable(made.files.get(kind))
                        .map(small -> blobs.find(small.digest).isPresent())
                        .orElse(true));
    }

    private static String key(String digest) {
        return "companions:" + digest;
    }

    /** One at a time: a timeline asks for those of all its clips at once, and each takes child processes. */
    private synchronized Made make(Asset asset, Kind kind) {
        return known(asset.digest(), kind).orElseGet(() -> {
            Made made = made(asset);
            cache.putText(key(asset.digest()), Json.write(made), KNOWN, Set.of());
            return made;
        });
    }

    private Made made(Asset asset) {
        try (TemporaryFolder folder = TemporaryFolder.in(data.folder("work", "companions"))) {
            Path file = blobs.localPath(asset.digest());
            MediaInfo media = ingest.probe(file, limits);
            CompanionFiles small = companions.make(file, media, folder.path(), limits.work());
            Map<Kind, Small> files = new EnumMap<>(Kind.class);
            small.thumbnails()
                    .ifPresent(strip ->
                            files.put(Kind.THUMBNAILS, keep(strip, media.transparent() ? "image/png" : "image/jpeg")));
            small.proxy().ifPresent(proxy -> files.put(Kind.PROXY, keep(proxy, "video/mp4")));
            small.peaks().ifPresent(peaks -> files.put(Kind.PEAKS, keep(peaks, "application/octet-stream")));
            return new Made(files, small.thumbnailCount());
        } catch (MediaException e) {
            throw e.asProblem("assetId");
        } catch (StorageException e) {
            throw StorageProblems.of(e, asset.name());
        } catch (IOException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.EXHAUSTED,
                            "companion",
                            "The companions of " + asset.name() + " could not be written to the data folder ("
                                    + e.getMessage() + "); check its free space and permissions.")),
                    e);
        }
    }

    private Small keep(Path file, String mediaType) {
        return new Small(
                blobs.put(BlobSpec.evictable(BlobKind.GENERATED, mediaType), file)
                        .digest(),
                mediaType);
    }
}
