package dev.evergreen.domain.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as everybody sees it.
 *
 * @param projectId the project it works for
 * @param parentId the job that it is a step of
 * @param kind names the handler, for example {@code production.narrate}; a string, never a class
 * @param title for people, for example {@code Narrate scene 2}
 * @param priority higher runs first
 * @param progress 0 to 100
 * @param stage what it does now, for people; empty before it runs
 * @param input JSON object
 * @param output JSON object of the result; {@code {}} before it succeeded
 * @param error the failure in one sentence; empty without one
 * @param attempts how often it was begun
 * @param fence rises with every begin; every write carries it
 * @param correlationId follows the request that caused it through all its jobs, logs and calls
 */
public record Job(
        UUID id,
        Optional<UUID> projectId,
        Optional<UUID> parentId,
        Queue queue,
        String kind,
        String title,
        JobState state,
        int priority,
        int progress,
        String stage,
        String input,
        String output,
        String error,
        int attempts,
        long fence,
        String correlationId,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt) {}
