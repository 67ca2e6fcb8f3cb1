package dev.evergreen.editor.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.TimelineChange;
import dev.evergreen.editor.HistoryEntry;
import dev.evergreen.editor.HistoryEntry.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The revisions of a timeline that undo can reach, as what was done in each. Immutable. */
final class History {
    private final List<Step> steps;

    /** @param recorded null for a revision that the engine assembled */
    record Step(TimelineChange change, @Nullable Recorded recorded) {
        String author() {
            return change.author();
        }

        /** For people: who did what in which revision. */
        String told() {
            return recorded == null
                    ? author() + " (assembling, revision " + change.revision() + ")"
                    : author() + " (" + String.join(", ", recorded.commands()) + ", revision " + change.revision()
                            + ")";
        }
    }

    /**
     * An edit that can be undone, or done again.
     *
     * @param edit its revision
     * @param done the revision that did last what is now to be reversed
     */
    record Turn(int edit, int done) {}

    private History(List<Step> steps) {
        this.steps = steps;
    }

    static History of(List<TimelineChange> changes) {
        return new History(changes.stream()
                .map(change ->
                        new Step(change, change.edit().isEmpty() ? null : Json.read(change.edit(), Recorded.class)))
                .toList());
    }

    History after(int revision) {
        return new History(steps.stream()
                .filter(step -> step.change().revision() > revision)
                .toList());
    }

    /** What people did, oldest first. */
    List<Recorded> recorded() {
        return steps.stream().map(Step::recorded).filter(Objects::nonNull).toList();
    }

    Recorded recorded(int revision) {
        return steps.stream()
                .filter(step -> step.change().revision() == revision)
                .map(Step::recorded)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    Optional<Turn> undoable(UUID person) {
        return Optional.ofNullable(turns(person, true).peek());
    }

    Optional<Turn> redoable(UUID person) {
        return Optional.ofNullable(turns(person, false).peek());
    }

    private Deque<Turn> turns(UUID person, boolean undo) {
        Deque<Turn> undoable = new ArrayDeque<>();
        Deque<Turn> redoable = new ArrayDeque<>();
        for (Step step : steps) {
            Recorded recorded = step.recorded();
            if (recorded == null || !recorded.by().equals(person)) {
                continue;
            }
            int revision = step.change().revision();
            switch (recorded.kind()) {
                case UNDO -> {
                    undoable.removeIf(turn -> turn.edit() == recorded.of());
                    redoable.push(new Turn(recorded.of(), revision));
                }
                case REDO -> {
                    redoable.removeIf(turn -> turn.edit() == recorded.of());
                    undoable.push(new Turn(recorded.of(), revision));
                }
                default -> {
                    redoable.clear();
                    undoable.push(new Turn(revision, revision));
                }
            }
        }
        return undo ? undoable : redoable;
    }

    /** Who changed that last; empty where nobody in this history did. */
    Optional<String> culprit(String id, String property) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Recorded recorded = steps.get(i).recorded();
            if (recorded == null || recorded.touches(id, property)) {
                return Optional.of(steps.get(i).told());
            }
        }
        return Optional.empty();
    }

    /** Newest first. */
    List<HistoryEntry> entries() {
        Set<Integer> undone = new HashSet<>();
        for (Recorded recorded : recorded()) {
            if (recorded.kind() == Kind.UNDO) {
                undone.add(recorded.of());
            } else if (recorded.kind() == Kind.REDO) {
                undone.remove(recorded.of());
            }
        }
        List<HistoryEntry> entries =
                new ArrayList<>(steps.stream().map(step -> entry(step, undone)).toList());
        Collections.reverse(entries);
        return entries;
    }

    private static HistoryEntry entry(Step step, Set<Integer> undone) {
        TimelineChange change = step.change();
        Recorded recorded = step.recorded();
        return new HistoryEntry(
                change.revision(),
                change.author(),
                recorded == null ? Kind.ASSEMBLED : recorded.kind(),
                recorded == null ? List.of() : recorded.commands(),
                recorded == null ? 0 : recorded.of(),
                undone.contains(change.revision()),
                change.createdAt());
    }
}
