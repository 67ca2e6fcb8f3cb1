package dev.evergreen.projects;

import java.util.UUID;

/**
 * Somebody who works on a project.
 *
 * @param role {@code viewer}, {@code editor}, {@code admin} or {@code owner}
 */
public record Collaborator(UUID personId, String name, String role) {}
