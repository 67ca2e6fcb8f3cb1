package dev.evergreen.domain.project;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps assets. */
@ProviderType
public interface AssetRepository {
    void add(Asset asset);

    Optional<Asset> find(UUID id);

    /** Newest first. */
    Page<Asset> list(UUID projectId, PageRequest page);

    /** The project's assets of that role, newest first. */
    List<Asset> listByRole(UUID projectId, String role);

    /** Those of the project's assets that have this content. */
    List<Asset> listByDigest(UUID projectId, String digest);

    boolean remove(UUID id);
}
