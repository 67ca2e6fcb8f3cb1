package dev.evergreen.domain.project;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A scene as planned.
 *
 * @param key stable over re-parsing; unique in the project
 * @param number position, counted from 1
 * @param description what happens
 * @param durationSeconds length in the film; empty before narration is known
 * @param content the scene's part of the script
 * @param plan JSON of the scene's shots and prompts
 */
public record Scene(
        UUID id,
        UUID projectId,
        String key,
        int number,
        String title,
        String description,
        Optional<Double> durationSeconds,
        String content,
        String plan,
        Instant createdAt) {}
