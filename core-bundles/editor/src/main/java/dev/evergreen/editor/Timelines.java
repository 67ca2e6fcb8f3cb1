package dev.evergreen.editor;

import dev.evergreen.domain.access.Person;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** A project's timeline. Thread-safe. */
@ProviderType
public interface Timelines {
    /** @throws dev.evergreen.domain.ProblemException NOT_FOUND also while no production has assembled one */
    EditedTimeline newest(Person person, UUID projectId);

    /**
     * Applies all commands as one new revision, or none. Where others have changed the timeline since the base, the commands are rebased on
     * what they did. What assembling knew of the clips stays with the timeline, so the next production keeps these changes.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when others have changed what the commands touch, INVALID with one problem for
     *     each command that makes no sense
     */
    EditedTimeline edit(Person person, TimelineEdit edit);

    /**
     * Takes back the person's last edit that is not undone yet, and nothing of what others did since.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when there is none, or naming who has changed the same since
     */
    EditedTimeline undo(Person person, UUID projectId);

    /**
     * Does again what the person undid last, unless they have edited since.
     *
     * @throws dev.evergreen.domain.ProblemException CONFLICT when there is nothing, or naming who has changed the same since
     */
    EditedTimeline redo(Person person, UUID projectId);

    /** How the newest revisions came to be, newest first; undo reaches as far. */
    List<HistoryEntry> history(Person person, UUID projectId);

    /** The commands as JSON Schema 2020-12. */
    String commandSchema();
}
