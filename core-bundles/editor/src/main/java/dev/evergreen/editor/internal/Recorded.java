package dev.evergreen.editor.internal;

import dev.evergreen.editor.HistoryEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is stored with a revision that a person made.
 *
 * @param by the person's id; the revision has the name
 * @param of the revision of the edit that is undone or done again; 0 for an edit
 * @param commands their names; of an undo or redo, those of its edit
 * @param operations what was done to the revision before
 */
record Recorded(Kind kind, UUID by, int of, List<String> commands, List<Operation> operations) {
    Recorded {
        commands = List.copyOf(commands);
        operations = List.copyOf(operations);
    }

    /** Where something lies after what this did, in the unit of its track. */
    long carried(String track, boolean sound, long position) {
        long carried = position;
        for (Operation operation : operations) {
            if (operation instanceof Operation.Ripple ripple && ripple.concerns(track)) {
                carried = Rebase.carried(ripple, sound, carried);
            }
        }
        return carried;
    }

    boolean touches(String id, String property) {
        return operations.stream().anyMatch(operation -> touches(operation, id, property));
    }

    private static boolean touches(Operation operation, String id, String property) {
        if (operation instanceof Operation.Set set) {
            return set.id().equals(id) && set.property().equals(property);
        }
        return named(operation).contains(id);
    }

    private static List<String> named(Operation operation) {
        List<String> ids = new ArrayList<>();
        if (operation instanceof Operation.Insert insert) {
            ids.add(Tree.text(insert.clip(), "id"));
        } else if (operation instanceof Operation.Remove remove) {
            ids.add(Tree.text(remove.clip(), "id"));
        } else if (operation instanceof Operation.Move move) {
            ids.add(move.id());
        } else if (operation instanceof Operation.InsertTrack insert) {
            ids.add(Tree.text(insert.track(), "id"));
            Tree.objects(insert.track(), "clips").forEach(clip -> ids.add(Tree.text(clip, "id")));
        } else if (operation instanceof Operation.RemoveTrack remove) {
            ids.add(Tree.text(remove.track(), "id"));
            Tree.objects(remove.track(), "clips").forEach(clip -> ids.add(Tree.text(clip, "id")));
        } else if (operation instanceof Operation.MoveTrack move) {
            ids.add(move.id());
        }
        return ids;
    }
}
