package dev.evergreen.domain.project;

import java.util.Optional;

/**
 * What looking at a finished film found wrong.
 *
 * @param code for programs, such as {@code loudness} or {@code frozen}
 * @param grave whether the film should not be published so
 * @param message one sentence for people
 * @param startSeconds where in the film it begins; absent where it concerns the whole
 * @param endSeconds where in the film it ends; absent where it concerns the whole
 */
public record FilmFinding(
        String code, boolean grave, String message, Optional<Double> startSeconds, Optional<Double> endSeconds) {}
