package dev.evergreen.domain.project;

import java.time.Instant;

/**
 * What was done to get a revision of a timeline, without the timeline itself.
 *
 * @param author who made the revision, {@code engine} for assembling
 * @param edit JSON of the editor's record of it; empty where the revision is no person's edit
 */
public record TimelineChange(int revision, String author, String edit, Instant createdAt) {}
