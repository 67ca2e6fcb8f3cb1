package dev.evergreen.editor;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Commands that belong together.
 *
 * @param baseRevision the revision that they were made for
 * @param commands in order, at least one; each as JSON with the name under {@code command}, by {@link Timelines#commandSchema}
 */
public record TimelineEdit(UUID projectId, int baseRevision, List<Map<String, Object>> commands) {
    public TimelineEdit {
        commands = List.copyOf(commands);
    }
}
