package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import dev.evergreen.editor.internal.Draft.Track;
import dev.evergreen.editor.internal.Editing.Applied;
import dev.evergreen.editor.internal.Editing.Rejected;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that were made for an older revision. They are applied to the newest one where nobody has changed what they touch. */
final class StaleEdit {
    private final Draft base;
    private final Draft newest;
    private final TimelineSnapshot newestTimeline;
    private final History since;

    /** Somebody changed what the commands touch. */
    static final class Conflict extends Exception {
        private static final long serialVersionUID = 1L;

        Conflict(String message) {
            super(message);
        }
    }

    /** @param since what was done after the base */
    StaleEdit(TimelineSnapshot base, TimelineSnapshot newest, History since) {
        this.base = Draft.of(base);
        this.newest = Draft.of(newest);
        this.newestTimeline = newest;
        this.since = since;
    }

    /** @param onBase the commands applied to their own base */
    Applied apply(List<Map<String, Object>> commands, Applied onBase) throws Conflict {
        for (Operation operation : onBase.operations()) {
            check(operation);
        }
        try {
            return Editing.apply(
                    newestTimeline, commands.stream().map(this::carried).toList());
        } catch (Rejected rejected) {
            throw new Conflict("Others changed the timeline meanwhile, and the commands no longer fit: "
                    + String.join(" ", rejected.reasons().values())
                    + " Read the timeline again and repeat the change.");
        }
    }

    private void check(Operation operation) throws Conflict {
        if (operation instanceof Operation.Set set) {
            same(set.id(), set.property());
        } else if (operation instanceof Operation.Remove remove) {
            String id = Tree.text(remove.clip(), "id");
            place(id);
            for (String property : remove.clip().keySet()) {
                if (!property.equals(Kind.AUDIO.start()) && !property.equals(Kind.VISUAL.start())) {
                    same(id, property);
                }
            }
        } else if (operation instanceof Operation.Move move) {
            place(move.id());
        }
    }

    /** Lists of the whole timeline grow and shrink entry by entry, so only the commands themselves can tell whether they still fit. */
    private void same(String id, String property) throws Conflict {
        if (id.isEmpty()) {
            return;
        }
        Optional<Track> track = base.findTrack(id);
        Object before = track.isPresent()
                ? track.get().properties().get(property)
                : base.find(id).map(spot -> spot.clip().get(property)).orElse(null);
        if (track.isEmpty() && base.find(id).isEmpty()) {
            return; // Made by an earlier command of the same list.
        }
        Object now = newest.findTrack(id)
                .map(found -> found.properties().get(property))
                .or(() -> newest.find(id).map(spot -> spot.clip().get(property)))
                .orElse(null);
        boolean gone = newest.findTrack(id).isEmpty() && newest.find(id).isEmpty();
        if (gone || !Tree.same(before, now)) {
            throw conflict(id, property, gone);
        }
    }

    private void place(String id) throws Conflict {
        Optional<Spot> before = base.find(id);
        if (before.isEmpty()) {
            return;
        }
        Optional<Spot> now = newest.find(id);
        if (now.isEmpty()) {
            throw conflict(id, "id", true);
        }
        Track track = before.get().track();
        boolean stayed = now.get().track().id().equals(track.id())
                && carried(track, before.get().start()) == now.get().start();
        if (!stayed) {
            throw conflict(id, track.kind().start(), false);
        }
    }

    private Conflict conflict(String id, String property, boolean gone) {
        String by = since.culprit(id, property).map(told -> " by " + told).orElse("");
        return new Conflict(
                "The " + (gone ? "clip or track " + id + " was removed" : property + " of " + id + " was changed") + by
                        + " after the revision that the commands were made for; read the timeline again and repeat the change.");
    }

    private long carried(Track track, long position) {
        long carried = position;
        for (Recorded recorded : since.recorded()) {
            carried = recorded.carried(track.id(), track.kind() == Kind.AUDIO, carried);
        }
        return carried;
    }

    /** The command with its places on the timeline moved by what rippled meanwhile. */
    private Map<String, Object> carried(Map<String, Object> command) {
        Optional<Track> track = track(command);
        if (track.isEmpty()) {
            return command;
        }
        Map<String, Object> carried = new LinkedHashMap<>(command);
        CommandSchema.get().fields(Tree.text(command, "command")).forEach((field, schema) -> {
            if (command.containsKey(field)
                    && "timeline".equals(Tree.object(schema).get("x-time"))) {
                carried.put(field, carriedFrame(track.get(), Tree.number(command, field)));
            }
        });
        if ("insert-clip".equals(command.get("command"))) {
            Map<String, Object> clip = Tree.object(command, "clip");
            String start = track.get().kind().start();
            carried.put("clip", Tree.with(clip, start, carried(track.get(), Tree.number(clip, start))));
        }
        return carried;
    }

    private Optional<Track> track(Map<String, Object> command) {
        if (command.get("clip") instanceof String clip) {
            return base.find(clip).map(Spot::track);
        }
        return command.get("track") instanceof String track ? base.findTrack(track) : Optional.empty();
    }

    private long carriedFrame(Track track, long frame) {
        long carried = frame;
        for (Recorded recorded : since.recorded()) {
            carried = recorded.carried(track.id(), false, carried);
        }
        return carried;
    }
}
