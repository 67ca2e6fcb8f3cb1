package dev.evergreen.editor.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.editor.internal.Refused.Clash;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Applies commands to timelines. Pure. */
final class Editing {
    private static final Map<String, Planner> PLANNERS = planners();

    private Editing() {}

    /**
     * @param timeline as it is after all commands
     * @param operations what they came down to, in order
     */
    record Applied(TimelineSnapshot timeline, List<Operation> operations) {
        /** One command that undoes all of it exactly. */
        Map<String, Object> inverse() {
            return restore(Operation.inverse(operations));
        }
    }

    /** Commands of which at least one was refused; nothing was applied. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Map<Integer, String> reasons;

        Rejected(Map<Integer, String> reasons) {
            super(reasons.toString());
            this.reasons = Map.copyOf(reasons);
        }

        /** By the position of the command. */
        Map<Integer, String> reasons() {
            return reasons;
        }
    }

    static Map<String, Object> restore(List<Operation> operations) {
        Map<String, Object> listed = Json.readObject(Json.write(new Operation.Listed(operations)));
        return Map.of("command", "restore", "operations", Objects.requireNonNull(listed.get("list")));
    }

    static Applied apply(TimelineSnapshot timeline, List<Map<String, Object>> commands) throws Rejected {
        Draft draft = Draft.of(timeline);
        List<Operation> operations = new ArrayList<>();
        Map<Integer, String> reasons = new HashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            Draft next = draft.copy();
            try {
                plan(commands.get(i), next);
                Invariants.check(next);
                operations.addAll(next.log());
                draft = next;
            } catch (Refused refused) {
                reasons.put(i, String.valueOf(refused.getMessage()));
            }
        }
        if (!reasons.isEmpty()) {
            throw new Rejected(reasons);
        }
        return new Applied(draft.snapshot(), operations);
    }

    /** @throws Clash where an operation does not find what it expects, {@link Refused} where the result would be no timeline */
    static Applied perform(TimelineSnapshot timeline, List<Operation> operations) {
        Draft draft = Draft.of(timeline);
        operations.forEach(draft::run);
        Invariants.check(draft);
        return new Applied(draft.snapshot(), operations);
    }

    private static void plan(Map<String, Object> command, Draft draft) {
        CommandSchema.get().check(command);
        Objects.requireNonNull(PLANNERS.get(Tree.text(command, "command"))).plan(command, draft);
    }

    private static void restore(Map<String, Object> command, Draft draft) {
        Operation.Listed operations = Json.read(
                Json.write(Map.of("list", Objects.requireNonNull(command.get("operations")))), Operation.Listed.class);
        for (Operation operation : operations.list()) {
            if (operation instanceof Operation.Insert insert) {
                shape(draft.track(insert.track()).kind(), insert.clip());
            } else if (operation instanceof Operation.InsertTrack insert) {
                List<Map<String, Object>> clips = Tree.objects(insert.track(), "clips");
                clips.forEach(clip -> shape(Draft.Kind.of(insert.kind()), clip));
            }
            draft.run(operation);
            if (operation instanceof Operation.Set set) {
                draft.find(set.id()).ifPresent(spot -> shape(spot.track().kind(), spot.clip()));
            }
        }
    }

    private static void shape(Draft.Kind kind, Map<String, Object> clip) {
        CommandSchema.get().check(ClipCommands.SHAPES.get(kind), "restore.clip", clip);
    }

    private static Map<String, Planner> planners() {
        Map<String, Planner> planners = new HashMap<>();
        planners.putAll(ClipCommands.ALL);
        planners.putAll(CutCommands.ALL);
        planners.putAll(EffectCommands.ALL);
        planners.putAll(TextCommands.ALL);
        planners.putAll(TrackCommands.ALL);
        planners.putAll(SceneCommands.ALL);
        planners.put("restore", Editing::restore);
        if (!planners.keySet().equals(Set.copyOf(CommandSchema.get().names()))) {
            throw new IllegalStateException("the commands " + planners.keySet() + " are not those of the schema "
                    + CommandSchema.get().names());
        }
        return Map.copyOf(planners);
    }
}
