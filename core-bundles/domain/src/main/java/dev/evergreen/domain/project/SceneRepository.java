package dev.evergreen.domain.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps scenes. */
@ProviderType
public interface SceneRepository {
    /** Makes the project's scenes exactly these; a scene whose key is already there keeps its id, frames and assets. */
    List<Scene> replace(UUID projectId, List<Scene> scenes);

    Optional<Scene> find(UUID id);

    /** In order. */
    List<Scene> list(UUID projectId);
}
