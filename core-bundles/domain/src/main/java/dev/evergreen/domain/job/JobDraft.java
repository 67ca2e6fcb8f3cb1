package dev.evergreen.domain.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as it is first stored.
 *
 * @param id chosen by the submitter
 * @param parentId the job that it is a step of; it must not have ended
 * @param priority higher is claimed first; a point is worth {@link JobStore#PRIORITY_STEP} of waiting
 * @param input JSON object
 * @param uniqueKey at most one job with that key is not final
 * @param dependsOn jobs that must have succeeded before this one may run
 * @param deadline when it fails unless it has ended
 * @param attempts how often it may be begun before it is DEAD
 * @param weight its share of its parent's progress, at least 1
 * @param helper whether it only helps its parent, which rests meanwhile: the parent is due once its last helper has ended, however
 *     that was, and stops those that are left when it ends itself
 */
public record JobDraft(
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
        int attempts,
        int weight,
        String correlationId,
        boolean helper) {
    public JobDraft {
        dependsOn = List.copyOf(dependsOn);
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "Job " + id + " may be begun " + attempts + " times; allow at least one");
        }
        if (weight < 1) {
            throw new IllegalArgumentException("The weight of job " + id + " is " + weight + "; it must be at least 1");
        }
        if (helper && parentId.isEmpty()) {
            throw new IllegalArgumentException("Job " + id + " helps nobody; name its parent");
        }
    }

    /** One that is no helper. */
    public JobDraft(
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
            int attempts,
            int weight,
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
                attempts,
                weight,
                correlationId,
                false);
    }
}
