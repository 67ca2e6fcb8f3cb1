package dev.evergreen.domain.project;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a project's script. Versions are never changed; the newest counts.
 *
 * @param format {@code fountain}, {@code fdx}, {@code markdown}, {@code text} or {@code srt}
 * @param fileName as given by the person
 * @param source the text, newline line ends
 * @param version counted from 1 within the project
 */
public record Script(
        UUID id, UUID projectId, String format, String fileName, String source, int version, Instant createdAt) {}
