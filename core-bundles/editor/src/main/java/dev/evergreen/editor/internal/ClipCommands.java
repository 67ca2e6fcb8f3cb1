package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import dev.evergreen.editor.internal.Draft.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clips as wholes: putting them in, taking them out, moving them, and what they are made of. */
final class ClipCommands {
    static final Map<String, Planner> ALL = Map.of(
            "insert-clip", ClipCommands::insert,
            "remove-clip", ClipCommands::remove,
            "ripple-remove", ClipCommands::rippleRemove,
            "move", ClipCommands::move,
            "replace-source", ClipCommands::replaceSource,
            "replace-sound", ClipCommands::replaceSound);

    /** The definitions of the schema that clips fit. */
    static final Map<Kind, String> SHAPES =
            Map.of(Kind.VISUAL, "visualClip", Kind.CAPTION, "captionClip", Kind.AUDIO, "audioClip");

    private ClipCommands() {}

    private static void insert(Map<String, Object> command, Draft draft) {
        Track track = draft.track(Tree.text(command, "track"));
        Map<String, Object> given = Tree.object(command, "clip");
        CommandSchema.get().check(SHAPES.get(track.kind()), "insert-clip.clip", given);
        Map<String, Object> clip = complete(track.kind(), given);
        long start = track.start(clip);
        Changing.ripple(draft, Changing.scope(command, "none"), track, start, track.end(clip) - start);
        draft.run(new Operation.Insert(track.id(), clip, null));
    }

    /** With the usual value for whatever was left out, in the order of the timeline's records. */
    private static Map<String, Object> complete(Kind kind, Map<String, Object> given) {
        Map<String, Object> clip = new LinkedHashMap<>();
        switch (kind) {
            case VISUAL -> {
                clip.put("inPointFrame", 0);
                clip.put("speed", Map.of("numerator", 1, "denominator", 1));
                clip.put(
                        "transform",
                        Map.of(
                                "fit",
                                "COVER",
                                "placement",
                                Map.of("x", 0, "y", 0, "width", 1, "height", 1, "opacity", 1),
                                "camera",
                                List.of()));
                clip.put("effects", List.of());
                clip.put("transition", null);
            }
            case CAPTION -> {
                clip.put("speaker", "");
                clip.put("words", List.of());
            }
            case AUDIO -> {
                clip.put("inPointSample", 0);
                clip.put("gain", List.of());
                clip.put("fadeInSamples", 0);
                clip.put("fadeOutSamples", 0);
                clip.put("effects", List.of());
            }
        }
        clip.putAll(given);
        if (clip.containsKey("effects")) {
            clip.put(
                    "effects",
                    Tree.objects(clip, "effects").stream()
                            .map(EffectCommands::complete)
                            .toList());
        }
        if (clip.get("transition") != null) {
            clip.put("transition", EffectCommands.completeTransition(Tree.object(clip, "transition")));
        }
        return clip;
    }

    private static void remove(Map<String, Object> command, Draft draft) {
        Changing.remove(draft, draft.clip(Tree.text(command, "clip")));
    }

    private static void rippleRemove(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"));
        long start = spot.start();
        long end = spot.end();
        Changing.remove(draft, spot);
        Changing.ripple(draft, Changing.scope(command, "track"), spot.track(), end, start - end);
    }

    private static void move(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"));
        Track to = command.containsKey("track") ? draft.track(Tree.text(command, "track")) : spot.track();
        if (to.kind() != spot.track().kind()) {
            throw new Refused("The clip " + spot.id() + " is on the "
                    + spot.track().kind().word()
                    + " track " + spot.track().id() + " and cannot go to the "
                    + to.kind().word() + " track " + to.id() + "; choose a track of its kind.");
        }
        Changing.move(draft, spot, to, draft.moment(to.kind(), Tree.number(command, "frame")));
    }

    private static void replaceSource(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"), Kind.VISUAL, "a picture");
        Map<String, Object> clip = Tree.with(spot.clip(), "source", command.get("source"));
        long inPoint = Tree.number(command, "inPointFrame", 0);
        if (inPoint > 0 && !Content.moving(clip)) {
            throw new Refused("The new source of clip " + spot.id() + " does not move, so it cannot begin at frame "
                    + inPoint + "; leave inPointFrame out.");
        }
        clip.put("inPointFrame", inPoint);
        if (!Content.moving(clip)) {
            clip.put("speed", Map.of("numerator", 1, "denominator", 1));
        }
        Changing.become(draft, spot, clip);
    }

    private static void replaceSound(Map<String, Object> command, Draft draft) {
        Spot spot = draft.clip(Tree.text(command, "clip"), Kind.AUDIO, "a sound");
        Map<String, Object> clip = Tree.with(spot.clip(), "digest", command.get("digest"));
        clip.put("inPointSample", Tree.number(command, "inPointSample", 0));
        Changing.become(draft, spot, clip);
    }
}
