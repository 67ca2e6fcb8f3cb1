package dev.evergreen.jobs;

import dev.evergreen.domain.job.Queue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A job to be submitted.
 *
 * @param id chosen by the caller, so that graphs can be described before they are stored
 * @param uniqueKey while a job with that key is not final, submitting another returns the first
 * @param dependsOn jobs that must have succeeded before this one runs; if one of them ends otherwise, so does this one
 * @param deadline when it is given up
 * @param weight its share of its parent's progress, at least 1
 * @param helper whether it only helps its parent, which rests meanwhile ({@link JobOutcome.Again}); how it ends is no part of how
 *     its parent ends
 */
public record NewJob(
        UUID id,
        Optional<UUID> projectId,
        Optional<UUID> parentId,
        Queue queue,
        String kind,
        String title,
        int priority,
        String input,
        Optional<String> uniqueKey,
        List<UUID> dependsOn,
        Optional<Instant> deadline,
        String correlationId,
        int weight,
        boolean helper) {
    public NewJob {
        dependsOn = List.copyOf(dependsOn);
    }

    /** With a weight of 1, and no helper. */
    public NewJob(
            UUID id,
            Optional<UUID> projectId,
            Optional<UUID> parentId,
            Queue queue,
            String kind,
            String title,
            int priority,
            String input,
            Optional<String> uniqueKey,
            List<UUID> dependsOn,
            Optional<Instant> deadline,
            String correlationId) {
        this(
                id,
                projectId,
                parentId,
                queue,
                kind,
                title,
                priority,
                input,
                uniqueKey,
                dependsOn,
                deadline,
                correlationId,
                1,
                false);
    }
}
