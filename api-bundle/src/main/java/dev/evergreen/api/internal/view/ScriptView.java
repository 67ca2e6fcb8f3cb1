package dev.evergreen.api.internal.view;

import dev.evergreen.domain.project.Script;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A stored script. */
public record ScriptView(
        UUID id,
        UUID projectId,
        String format,
        String fileName,
        String text,
        int version,
        Instant createdAt,
        Map<String, String> links) {
    public static ScriptView of(Script script) {
        String address = Links.script(script.id());
        return new ScriptView(
                script.id(),
                script.projectId(),
                script.format(),
                script.fileName(),
                script.source(),
                script.version(),
                script.createdAt(),
                Links.self(Links.project(script.projectId()) + "/script")
                        .and("project", Links.project(script.projectId()))
                        .and("scenes", address + "/scenes")
                        .and("prompts", address + "/prompts")
                        .and("divide", address + "/divide")
                        .map());
    }
}
