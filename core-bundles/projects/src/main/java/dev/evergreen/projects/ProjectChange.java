package dev.evergreen.projects;

import java.util.UUID;

/**
 * A change of a project.
 *
 * @param revision the revision that the person saw
 * @param draft what the project is to be; its settings replace the maker's choices, nothing else
 */
public record ProjectChange(UUID projectId, long revision, ProjectDraft draft) {}
