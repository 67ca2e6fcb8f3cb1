package dev.evergreen.domain.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps storyboard frames. */
@ProviderType
public interface FrameRepository {
    /** Adds the frame, or replaces the scene's frame of the same shot and keeps its id. */
    Frame put(Frame frame);

    Optional<Frame> find(UUID id);

    /** In order. */
    List<Frame> list(UUID sceneId);
}
