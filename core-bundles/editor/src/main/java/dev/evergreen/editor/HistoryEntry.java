package dev.evergreen.editor;

import java.time.Instant;
import java.util.List;

/**
 * How a revision came to be.
 *
 * @param commands names of the commands; of an undo or redo, those of the edit that it undid or did again; empty for assembling
 * @param of the revision of the edit that an undo or redo is about; 0 for anything else
 * @param undone whether its author has undone it
 */
public record HistoryEntry(
        int revision, String author, Kind kind, List<String> commands, int of, boolean undone, Instant createdAt) {
    /** Who or what made a revision. */
    public enum Kind {
        ASSEMBLED,
        EDIT,
        UNDO,
        REDO
    }

    public HistoryEntry {
        commands = List.copyOf(commands);
    }
}
