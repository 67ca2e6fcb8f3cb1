package dev.evergreen.domain.project;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A storyboard frame: the picture of one shot.
 *
 * @param shotId the shot of the scene's plan
 * @param number position within the scene, counted from 1
 * @param digest blob of the picture, empty while there is none
 * @param notes the person's words, added to the prompt
 */
public record Frame(
        UUID id,
        UUID sceneId,
        String shotId,
        int number,
        Type type,
        Optional<String> digest,
        String shotType,
        String cameraAngle,
        String notes,
        Instant createdAt) {
    /** Where the picture comes from. */
    public enum Type {
        SKETCH,
        UPLOADED,
        AI_GENERATED
    }
}
