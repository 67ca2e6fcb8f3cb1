package dev.evergreen.editor.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.editor.EditedTimeline;
import dev.evergreen.editor.HistoryEntry;
import dev.evergreen.editor.HistoryEntry.Kind;
import dev.evergreen.editor.TimelineEdit;
import dev.evergreen.editor.Timelines;
import dev.evergreen.editor.internal.Editing.Applied;
import dev.evergreen.editor.internal.Editing.Rejected;
import dev.evergreen.editor.internal.History.Turn;
import dev.evergreen.editor.internal.Refused.Clash;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Timelines as revisions. */
@Component
public final class TimelinesComponent implements Timelines {
    /** How many revisions undo and the history look back. */
    private static final int REACH = 500;
    /** How often an edit is rebased when others are faster. */
    private static final int ATTEMPTS = 5;

    private final Access access;
    private final TimelineRepository timelines;
    private final AssetRepository assets;
    private final EventBus events;
    private final Clock clock;

    @Activate
    public TimelinesComponent(
            @Reference Access access,
            @Reference TimelineRepository timelines,
            @Reference AssetRepository assets,
            @Reference EventBus events) {
        this(access, timelines, assets, events, Clock.systemUTC());
    }

    TimelinesComponent(
            Access access, TimelineRepository timelines, AssetRepository assets, EventBus events, Clock clock) {
        this.access = access;
        this.timelines = timelines;
        this.assets = assets;
        this.events = events;
        this.clock = clock;
    }

    /** A revision about to be appended. */
    private record Next(TimelineSnapshot timeline, Recorded recorded) {}

    @Override
    public EditedTimeline newest(Person person, UUID projectId) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        return view(stored(projectId));
    }

    @Override
    public List<HistoryEntry> history(Person person, UUID projectId) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        return history(stored(projectId)).entries();
    }

    @Override
    public String commandSchema() {
        return CommandSchema.get().text();
    }

    @Override
    public EditedTimeline edit(Person person, TimelineEdit edit) {
        access.require(person, Action.EDIT, Optional.of(edit.projectId()));
        List<String> names = edit.commands().stream()
                .map(command -> String.valueOf(command.get("command")))
                .toList();
        return append(person, edit.projectId(), newest -> {
            Applied applied = apply(edit, newest);
            return new Next(applied.timeline(), new Recorded(Kind.EDIT, person.id(), 0, names, applied.operations()));
        });
    }

    @Override
    public EditedTimeline undo(Person person, UUID projectId) {
        access.require(person, Action.EDIT, Optional.of(projectId));
        return append(person, projectId, newest -> {
            History history = history(newest);
            Turn turn = history.undoable(person.id())
                    .orElseThrow(() -> conflict("undo", "You have no edit that could be undone."));
            return turned(person, newest, history, turn, Kind.UNDO);
        });
    }

    @Override
    public EditedTimeline redo(Person person, UUID projectId) {
        access.require(person, Action.EDIT, Optional.of(projectId));
        return append(person, projectId, newest -> {
            History history = history(newest);
            Turn turn = history.redoable(person.id())
                    .orElseThrow(() -> conflict("redo", "You have undone nothing that could be done again."));
            return turned(person, newest, history, turn, Kind.REDO);
        });
    }

    private Next turned(Person person, TimelineRevision newest, History history, Turn turn, Kind kind) {
        String word = kind == Kind.UNDO ? "undo" : "redo";
        Recorded done = history.recorded(turn.done());
        History since = history.after(turn.done());
        TimelineSnapshot timeline = snapshot(newest);
        List<Operation> operations =
                new Rebase(Draft.of(timeline)).over(Operation.inverse(done.operations()), since.recorded());
        String what = "Your " + String.join(", ", done.commands()) + " of revision " + turn.edit() + " cannot be "
                + (kind == Kind.UNDO ? "undone" : "done again") + ": ";
        try {
            Applied applied = Editing.perform(timeline, operations);
            return new Next(
                    applied.timeline(),
                    new Recorded(kind, person.id(), turn.edit(), done.commands(), applied.operations()));
        } catch (Clash clash) {
            String by = since.culprit(clash.id(), clash.property())
                    .map(told ->
                            "the " + clash.property() + " of " + (clash.id().isEmpty() ? "the timeline" : clash.id())
                                    + " was changed by " + told + "; change it by hand, or have that undone first.")
                    .orElse(String.valueOf(clash.getMessage()));
            throw conflict(word, what + by);
        } catch (Refused refused) {
            throw conflict(word, what + refused.getMessage());
        }
    }

    private Applied apply(TimelineEdit edit, TimelineRevision newest) {
        if (edit.baseRevision() > newest.revision()) {
            throw conflict(
                    "baseRevision",
                    "The timeline is at revision " + newest.revision() + ", there is no revision " + edit.baseRevision()
                            + " yet; read it again and repeat the change.");
        }
        TimelineSnapshot timeline = snapshot(newest);
        TimelineSnapshot base = edit.baseRevision() == newest.revision() ? timeline : base(edit);
        Applied applied = applied(base, edit);
        if (edit.baseRevision() < newest.revision()) {
            History since = History.of(timelines.changes(edit.projectId(), edit.baseRevision()));
            try {
                applied = new StaleEdit(base, timeline, since).apply(edit.commands(), applied);
            } catch (StaleEdit.Conflict conflict) {
                throw conflict("baseRevision", String.valueOf(conflict.getMessage()));
            }
        }
        try {
            new MediaCheck(edit.projectId(), assets).check(timeline, applied.timeline());
        } catch (Refused refused) {
            throw new ProblemException(Problem.Kind.INVALID, "commands", String.valueOf(refused.getMessage()));
        }
        return applied;
    }

    private TimelineSnapshot base(TimelineEdit edit) {
        return timelines
                .find(edit.projectId(), edit.baseRevision())
                .map(TimelinesComponent::snapshot)
                .orElseThrow(() -> conflict(
                        "baseRevision",
                        "The timeline's revision " + edit.baseRevision()
                                + " is no longer stored; read it again and repeat the change."));
    }

    private static Applied applied(TimelineSnapshot base, TimelineEdit edit) {
        try {
            return Editing.apply(base, edit.commands());
        } catch (Rejected rejected) {
            List<Problem> problems = new ArrayList<>();
            new TreeMap<>(rejected.reasons())
                    .forEach((position, reason) ->
                            problems.add(new Problem(Problem.Kind.INVALID, "commands[" + position + "]", reason)));
            throw new ProblemException(problems, rejected);
        }
    }

    /** Repeats on what others left where they were faster. */
    private EditedTimeline append(Person person, UUID projectId, Function<TimelineRevision, Next> change) {
        for (int attempt = 1; ; attempt++) {
            TimelineRevision newest = stored(projectId);
            Next next = change.apply(newest);
            try {
                return appended(person, newest, next);
            } catch (ProblemException lost) {
                boolean faster = lost.problems().stream().allMatch(problem -> problem.kind() == Problem.Kind.CONFLICT);
                if (!faster || attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    private EditedTimeline appended(Person person, TimelineRevision newest, Next next) {
        TimelineRevision appended = timelines.append(
                newest.revision(),
                new TimelineRevision(
                        newest.projectId(),
                        newest.revision() + 1,
                        Json.write(next.timeline()),
                        newest.plan(),
                        person.name(),
                        Json.write(next.recorded()),
                        clock.instant()));
        String project = newest.projectId().toString();
        events.publish(new Event(
                "project:updated",
                project,
                Map.of("projectId", project, "change", "timeline", "revision", appended.revision()),
                clock.instant()));
        return view(appended);
    }

    private History history(TimelineRevision newest) {
        return History.of(timelines.changes(newest.projectId(), Math.max(0, newest.revision() - REACH)));
    }

    private static ProblemException conflict(String field, String message) {
        return new ProblemException(Problem.Kind.CONFLICT, field, message);
    }

    private TimelineRevision stored(UUID projectId) {
        return timelines
                .newest(projectId)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "timeline",
                        "The project has no timeline yet; make the film first, then edit it."));
    }

    private static EditedTimeline view(TimelineRevision revision) {
        return new EditedTimeline(
                revision.projectId(), revision.revision(), snapshot(revision), revision.author(), revision.createdAt());
    }

    private static TimelineSnapshot snapshot(TimelineRevision revision) {
        return Json.read(revision.snapshot(), TimelineSnapshot.class);
    }
}
