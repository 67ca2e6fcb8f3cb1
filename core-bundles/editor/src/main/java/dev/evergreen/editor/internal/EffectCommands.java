package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transitions, effects with their parameters and keyframes, and how pictures are shown. */
final class EffectCommands {
    static final Map<String, Planner> ALL = Map.ofEntries(
            Map.entry("set-transition", EffectCommands::setTransition),
            Map.entry("remove-transition", EffectCommands::removeTransition),
            Map.entry("add-effect", EffectCommands::add),
            Map.entry("remove-effect", EffectCommands::remove),
            Map.entry("move-effect", EffectCommands::move),
            Map.entry("set-effect-parameter", EffectCommands::setParameter),
            Map.entry("set-effect-keyframe", EffectCommands::setKeyframe),
            Map.entry("remove-effect-keyframe", EffectCommands::removeKeyframe),
            Map.entry("set-transform", EffectCommands::setTransform),
            Map.entry("set-camera", EffectCommands::setCamera),
            Map.entry("set-layout", EffectCommands::setLayout),
            Map.entry("remove-layout", EffectCommands::removeLayout));

    private EffectCommands() {}

    static Map<String, Object> complete(Map<String, Object> effect) {
        Map<String, Object> complete = new LinkedHashMap<>(effect);
        complete.putIfAbsent("parameters", Map.of());
        complete.putIfAbsent("curves", Map.of());
        return complete;
    }

    static Map<String, Object> completeTransition(Map<String, Object> transition) {
        Map<String, Object> complete = new LinkedHashMap<>(transition);
        complete.putIfAbsent("parameters", Map.of());
        return complete;
    }

    private static void setTransition(Map<String, Object> command, Draft draft) {
        Spot spot = picture(command, draft);
        Changing.set(draft, spot, "transition", completeTransition(Tree.object(command, "transition")));
    }

    private static void removeTransition(Map<String, Object> command, Draft draft) {
        Spot spot = picture(command, draft);
        if (spot.clip().get("transition") == null) {
            throw new Refused("The clip " + spot.id() + " has no transition; there is nothing to remove.");
        }
        Changing.set(draft, spot, "transition", null);
    }

    private static void add(Map<String, Object> command, Draft draft) {
        Spot spot = affected(command, draft);
        List<Map<String, Object>> effects = new ArrayList<>(Tree.objects(spot.clip(), "effects"));
        long index = Tree.number(command, "index", effects.size());
        if (index > effects.size()) {
            throw new Refused("The clip " + spot.id() + " has " + effects.size()
                    + " effects, so one cannot be added at " + index + "; leave the index out to add it last.");
        }
        effects.add((int) index, complete(Tree.object(command, "effect")));
        Changing.set(draft, spot, "effects", effects);
    }

    private static void remove(Map<String, Object> command, Draft draft) {
        Spot spot = affected(command, draft);
        List<Map<String, Object>> effects = new ArrayList<>(Tree.objects(spot.clip(), "effects"));
        effects.remove(index(command, "index", spot));
        Changing.set(draft, spot, "effects", effects);
    }

    private static void move(Map<String, Object> command, Draft draft) {
        Spot spot = affected(command, draft);
        List<Map<String, Object>> effects = new ArrayList<>(Tree.objects(spot.clip(), "effects"));
        Map<String, Object> moved = effects.remove(index(command, "from", spot));
        effects.add(index(command, "to", spot), moved);
        Changing.set(draft, spot, "effects", effects);
    }

    private static void setParameter(Map<String, Object> command, Draft draft) {
        String name = Tree.text(command, "parameter");
        change(command, draft, effect -> {
            Map<String, Object> parameters = Tree.object(effect, "parameters");
            Object value = command.get("value");
            Map<String, Object> changed =
                    value == null ? Tree.without(parameters, name) : Tree.with(parameters, name, value);
            return Tree.with(
                    Tree.with(effect, "parameters", changed),
                    "curves",
                    Tree.without(Tree.object(effect, "curves"), name));
        });
    }

    private static void setKeyframe(Map<String, Object> command, Draft draft) {
        String name = Tree.text(command, "parameter");
        Map<String, Object> keyframe = Tree.object(command, "keyframe");
        change(command, draft, effect -> {
            Map<String, Object> curves = Tree.object(effect, "curves");
            List<Map<String, Object>> keyframes = new ArrayList<>();
            if (curves.containsKey(name)) {
                keyframes.addAll(Tree.objects(Tree.object(curves, name), "keyframes"));
            }
            keyframes.removeIf(each -> Tree.number(each, "frame") == Tree.number(keyframe, "frame"));
            keyframes.add(keyframe);
            keyframes.sort(Comparator.comparingLong(each -> Tree.number(each, "frame")));
            return Tree.with(effect, "curves", Tree.with(curves, name, Map.of("keyframes", keyframes)));
        });
    }

    private static void removeKeyframe(Map<String, Object> command, Draft draft) {
        String name = Tree.text(command, "parameter");
        long frame = Tree.number(command, "frame");
        change(command, draft, effect -> {
            Map<String, Object> curves = Tree.object(effect, "curves");
            List<Map<String, Object>> keyframes = new ArrayList<>();
            if (curves.containsKey(name)) {
                keyframes.addAll(Tree.objects(Tree.object(curves, name), "keyframes"));
            }
            if (!keyframes.removeIf(each -> Tree.number(each, "frame") == frame)) {
                throw new Refused("The parameter " + name + " of clip " + Tree.text(command, "clip")
                        + " has no keyframe at frame " + frame + "; read the timeline for its keyframes.");
            }
            Map<String, Object> changed = keyframes.isEmpty()
                    ? Tree.without(curves, name)
                    : Tree.with(curves, name, Map.of("keyframes", keyframes));
            return Tree.with(effect, "curves", changed);
        });
    }

    private interface EffectChange {
        Map<String, Object> of(Map<String, Object> effect);
    }

    private static void change(Map<String, Object> command, Draft draft, EffectChange change) {
        Spot spot = affected(command, draft);
        int index = index(command, "index", spot);
        List<Map<String, Object>> effects = Tree.objects(spot.clip(), "effects");
        Changing.set(draft, spot, "effects", Tree.replaced(effects, index, change.of(effects.get(index))));
    }

    private static Spot affected(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"));
        if (spot.track().kind() == Kind.CAPTION) {
            throw new Refused("The caption " + spot.id() + " cannot have effects; give it another style instead.");
        }
        return spot;
    }

    private static int index(Map<String, Object> command, String property, Spot spot) {
        int count = Tree.objects(spot.clip(), "effects").size();
        long index = Tree.number(command, property);
        if (index >= count) {
            throw new Refused("The clip " + spot.id() + " has " + count + " effects, counted from 0, so it has none at "
                    + index + "; read the timeline for them.");
        }
        return (int) index;
    }

    private static Spot picture(Map<String, Object> command, Draft draft) {
        return draft.clip(Tree.text(command, "clip"), Kind.VISUAL, "a picture");
    }

    private static void setTransform(Map<String, Object> command, Draft draft) {
        Changing.set(draft, picture(command, draft), "transform", command.get("transform"));
    }

    private static void setCamera(Map<String, Object> command, Draft draft) {
        Spot spot = picture(command, draft);
        Map<String, Object> transform = Tree.object(spot.clip(), "transform");
        Changing.set(draft, spot, "transform", Tree.with(transform, "camera", command.get("camera")));
    }

    private static void setLayout(Map<String, Object> command, Draft draft) {
        Spot spot = picture(command, draft);
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("aspect", command.get("aspect"));
        layout.put("clipId", spot.id());
        layout.put("transform", command.get("transform"));
        List<Map<String, Object>> layouts = Tree.objects(draft.properties(), "layouts");
        List<Map<String, Object>> changed = new ArrayList<>(layouts);
        int known = indexOf(layouts, spot.id(), Tree.text(command, "aspect"));
        if (known < 0) {
            changed.add(layout);
        } else {
            changed.set(known, layout);
        }
        Changing.set(draft, "", "layouts", layouts, changed);
    }

    private static void removeLayout(Map<String, Object> command, Draft draft) {
        String clip = Tree.text(command, "clip");
        String aspect = Tree.text(command, "aspect");
        List<Map<String, Object>> layouts = Tree.objects(draft.properties(), "layouts");
        int known = indexOf(layouts, clip, aspect);
        if (known < 0) {
            throw new Refused(
                    "The clip " + clip + " has no layout of its own for " + aspect + "; there is nothing to remove.");
        }
        List<Map<String, Object>> changed = new ArrayList<>(layouts);
        changed.remove(known);
        Changing.set(draft, "", "layouts", layouts, changed);
    }

    private static int indexOf(List<Map<String, Object>> layouts, String clip, String aspect) {
        for (int i = 0; i < layouts.size(); i++) {
            if (Tree.text(layouts.get(i), "clipId").equals(clip)
                    && Tree.text(layouts.get(i), "aspect").equals(aspect)) {
                return i;
            }
        }
        return -1;
    }
}
