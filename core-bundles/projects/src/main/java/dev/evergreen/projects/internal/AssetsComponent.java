package dev.evergreen.projects.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.projects.Assets;
import dev.evergreen.projects.ByteRange;
import dev.evergreen.projects.StoredAsset;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Assets as rows over blobs. */
@Component
public final class AssetsComponent implements Assets {
    /** Key in an asset's metadata: the shot that it was made for. */
    private static final String SHOT = "shot";

    private final Access access;
    private final AssetRepository assets;
    private final TimelineRepository timelines;
    private final BlobStore blobs;

    @Activate
    public AssetsComponent(
            @Reference Access access,
            @Reference AssetRepository assets,
            @Reference TimelineRepository timelines,
            @Reference BlobStore blobs) {
        this.access = access;
        this.assets = assets;
        this.timelines = timelines;
        this.blobs = blobs;
    }

    @Override
    public StoredAsset find(Person person, UUID assetId) {
        return stored(visible(person, Action.VIEW, assetId));
    }

    @Override
    public Page<StoredAsset> list(Person person, UUID projectId, PageRequest request) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        Page<Asset> page = assets.list(projectId, request);
        return new Page<>(page.items().stream().map(this::stored).toList(), page.next(), page.total());
    }

    @Override
    public List<StoredAsset> listByRole(Person person, UUID projectId, String role) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        return assets.listByRole(projectId, role).stream().map(this::stored).toList();
    }

    @Override
    public List<StoredAsset> variants(Person person, UUID assetId) {
        Asset asset = visible(person, Action.VIEW, assetId);
        return assets.listByRole(asset.projectId(), asset.role()).stream()
                .filter(other -> !other.id().equals(assetId))
                .filter(other -> samePlace(asset, other))
                .map(this::stored)
                .toList();
    }

    /** Uploads of one name are variants of each other; what was made is a variant of what was made for the same shot. */
    private static boolean samePlace(Asset asset, Asset other) {
        if (asset.source() == Asset.Source.UPLOADED) {
            return asset.name().equalsIgnoreCase(other.name());
        }
        return asset.sceneId().equals(other.sceneId())
                && Objects.equals(
                        Json.readObject(asset.metadata()).get(SHOT),
                        Json.readObject(other.metadata()).get(SHOT));
    }

    @Override
    public InputStream read(Person person, StoredAsset asset, ByteRange range) {
        access.require(person, Action.VIEW, Optional.of(asset.asset().projectId()));
        try {
            return blobs.open(asset.asset().digest(), range.offset(), range.length());
        } catch (StorageException e) {
            throw StorageProblems.of(e, asset.asset().name());
        }
    }

    @Override
    public void delete(Person person, UUID assetId) {
        Asset asset = visible(person, Action.EDIT, assetId);
        boolean shown = timelines
                .newest(asset.projectId())
                .filter(timeline -> timeline.snapshot().contains(asset.digest()))
                .isPresent();
        if (shown) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    "assetId",
                    "The timeline uses " + asset.name() + "; replace it there before you delete it.");
        }
        // Its bytes stay: they are content-addressed, and another asset or an older timeline may hold the same ones.
        assets.remove(assetId);
    }

    private Asset visible(Person person, Action action, UUID assetId) {
        Asset asset = assets.find(assetId)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "assetId",
                        "There is no asset " + assetId + "; list the project's assets to find the one you mean."));
        access.require(person, action, Optional.of(asset.projectId()));
        return asset;
    }

    private StoredAsset stored(Asset asset) {
        return new StoredAsset(
                asset, blobs.find(asset.digest()).map(BlobRef::size).orElse(0L));
    }
}
