package dev.evergreen.editor;

import dev.evergreen.domain.access.Person;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** A project's timeline. Thread-safe. */
@ProviderType
public interface Timelines {
    /** @throws dev.evergreen.domain.ProblemException NOT_FOUND also while no production has assembled one */
    EditedTimeline newest(Person person, UUID projectId);

    /**
     * Applies all commands as one new revision, or none. What assembling knew of the clips stays with the timeline, so the next production
     * keeps these changes.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when the base is no longer the newest revision, INVALID with one problem for
     *     each command that makes no sense
     */
    EditedTimeline edit(Person person, TimelineEdit edit);
}
