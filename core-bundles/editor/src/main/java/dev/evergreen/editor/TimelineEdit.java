package dev.evergreen.editor;

import java.util.List;
import java.util.UUID;

/**
 * Commands that belong together.
 *
 * @param baseRevision the revision that they were made for
 * @param commands in order, at least one
 */
public record TimelineEdit(UUID projectId, int baseRevision, List<TimelineCommand> commands) {
    public TimelineEdit {
        commands = List.copyOf(commands);
    }
}
