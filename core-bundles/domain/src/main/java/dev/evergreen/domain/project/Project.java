package dev.evergreen.domain.project;

import java.time.Instant;
import java.util.UUID;

/**
 * @param ownerId who made it
 * @param status {@code draft}, {@code producing} or {@code produced}
 * @param settings JSON object of the maker's choices: format, style, voice, music
 * @param revision rises with every change; the ETag
 */
public record Project(
        UUID id,
        UUID ownerId,
        String title,
        String description,
        String status,
        String settings,
        long revision,
        Instant createdAt,
        Instant updatedAt) {}
