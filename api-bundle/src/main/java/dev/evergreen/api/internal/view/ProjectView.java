package dev.evergreen.api.internal.view;

import dev.evergreen.domain.project.Project;
import dev.evergreen.projects.ProjectSettings;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A project; its settings without what other parts of the engine keep there. */
public record ProjectView(
        UUID id,
        UUID ownerId,
        String title,
        String description,
        String status,
        ProjectSettings settings,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        Map<String, String> links) {
    public static ProjectView of(Project project) {
        String self = Links.project(project.id());
        return new ProjectView(
                project.id(),
                project.ownerId(),
                project.title(),
                project.description(),
                project.status(),
                ProjectSettings.of(project.settings()),
                project.revision(),
                project.createdAt(),
                project.updatedAt(),
                Links.self(self)
                        .and("script", self + "/script")
                        .and("scenes", self + "/scenes")
                        .and("assets", self + "/assets")
                        .and("productions", self + "/productions")
                        .and("timeline", self + "/timeline")
                        .and("collaborators", self + "/collaborators")
                        .map());
    }
}
