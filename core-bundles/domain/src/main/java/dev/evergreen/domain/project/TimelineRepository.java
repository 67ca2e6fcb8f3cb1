package dev.evergreen.domain.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps timelines. */
@ProviderType
public interface TimelineRepository {
    Optional<TimelineRevision> newest(UUID projectId);

    Optional<TimelineRevision> find(UUID projectId, int revision);

    /** What was done after a revision, oldest first. */
    List<TimelineChange> changes(UUID projectId, int afterRevision);

    /**
     * Adds the revision after {@code base} (0 for the first).
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when {@code base} is no longer the newest
     */
    TimelineRevision append(int base, TimelineRevision next);
}
