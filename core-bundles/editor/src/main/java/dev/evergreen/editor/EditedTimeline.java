package dev.evergreen.editor;

import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.time.Instant;
import java.util.UUID;

/**
 * One revision of a timeline.
 *
 * @param revision counted from 1
 * @param author who made it; {@code engine} for assembling
 */
public record EditedTimeline(
        UUID projectId, int revision, TimelineSnapshot timeline, String author, Instant createdAt) {}
