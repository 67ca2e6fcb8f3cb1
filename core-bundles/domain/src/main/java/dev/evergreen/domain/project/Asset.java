package dev.evergreen.domain.project;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that belongs to a project.
 *
 * @param sceneId the scene it was made for
 * @param digest its blob
 * @param mediaType for example {@code image/png}
 * @param name for people; a file name
 * @param role what it serves as: {@code narration}, {@code picture}, {@code music}, {@code film}, {@code captions}, {@code upload}, {@code thumbnail}
 * @param metadata JSON object: shot, prompt, requested and served provider, cost, attribution, size
 */
public record Asset(
        UUID id,
        UUID projectId,
        Optional<UUID> sceneId,
        Type type,
        Source source,
        String digest,
        String mediaType,
        String name,
        String role,
        String metadata,
        Instant createdAt) {
    /** What it is. */
    public enum Type {
        IMAGE,
        AUDIO,
        VIDEO,
        TEXT
    }

    /** Where it comes from. */
    public enum Source {
        UPLOADED,
        GENERATED
    }
}
