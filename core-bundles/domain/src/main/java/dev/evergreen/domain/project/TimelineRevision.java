package dev.evergreen.domain.project;

import java.time.Instant;
import java.util.UUID;

/**
 * A timeline as it was at one revision. Revisions are never changed.
 *
 * @param revision counted from 1
 * @param snapshot JSON of {@link dev.evergreen.spi.timeline.TimelineSnapshot}
 * @param plan JSON of what assembling knew of each clip, so that a person's edits are told from the machine's work
 * @param author who made the revision, {@code engine} for assembling
 * @param edit JSON of the editor's record of what was done, so that it can be undone; empty where it is no person's edit
 */
public record TimelineRevision(
        UUID projectId, int revision, String snapshot, String plan, String author, String edit, Instant createdAt) {
    /** A revision that is no person's edit. */
    public TimelineRevision(
            UUID projectId, int revision, String snapshot, String plan, String author, Instant createdAt) {
        this(projectId, revision, snapshot, plan, author, "", createdAt);
    }
}
