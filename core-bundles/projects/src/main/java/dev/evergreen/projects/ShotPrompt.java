package dev.evergreen.projects;

import java.util.UUID;

/**
 * What is asked of providers for one shot.
 *
 * @param sceneNumber counted from 1
 * @param prompt for the picture
 * @param spoken what is said over it; empty for nothing
 */
public record ShotPrompt(UUID sceneId, int sceneNumber, String shotId, String prompt, String spoken) {}
