package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a clip shows, when its beginning moves against it. */
final class Content {
    private Content() {}

    /** The same clip beginning later in its content (earlier, where the distance is negative); start and length are left as they are. */
    static Map<String, Object> later(Spot spot, long distance) {
        return switch (spot.track().kind()) {
            case VISUAL -> laterPicture(spot, distance);
            case CAPTION -> Tree.with(spot.clip(), "words", laterWords(spot.clip(), distance));
            case AUDIO -> laterSound(spot, distance);
        };
    }

    private static Map<String, Object> laterPicture(Spot spot, long distance) {
        Map<String, Object> clip = spot.clip();
        Map<String, Object> result =
                Tree.with(clip, "transform", laterTransform(Tree.object(clip, "transform"), distance));
        result.put("effects", laterEffects(clip, distance));
        if (moving(clip)) {
            Map<String, Object> speed = Tree.object(clip, "speed");
            long frames = scaled(distance, Tree.number(speed, "numerator"), Tree.number(speed, "denominator"));
            result.put("inPointFrame", inPoint(spot, "inPointFrame", frames, "frames"));
        }
        return result;
    }

    static Map<String, Object> laterTransform(Map<String, Object> transform, long distance) {
        return Tree.with(transform, "camera", Tree.shifted(Tree.objects(transform, "camera"), "frame", -distance));
    }

    private static Map<String, Object> laterSound(Spot spot, long distance) {
        Map<String, Object> clip = spot.clip();
        Map<String, Object> result =
                Tree.with(clip, "gain", Tree.shifted(Tree.objects(clip, "gain"), "sample", -distance));
        result.put("effects", laterEffects(clip, distance));
        result.put("inPointSample", inPoint(spot, "inPointSample", distance, "samples"));
        return result;
    }

    private static List<Map<String, Object>> laterEffects(Map<String, Object> clip, long distance) {
        return Tree.objects(clip, "effects").stream()
                .map(effect -> {
                    Map<String, Object> curves = new LinkedHashMap<>();
                    Tree.object(effect, "curves")
                            .forEach((name, curve) -> curves.put(
                                    name,
                                    Map.of(
                                            "keyframes",
                                            Tree.shifted(
                                                    Tree.objects(Tree.object(curve), "keyframes"),
                                                    "frame",
                                                    -distance))));
                    return Tree.with(effect, "curves", curves);
                })
                .toList();
    }

    private static List<Map<String, Object>> laterWords(Map<String, Object> clip, long distance) {
        List<Map<String, Object>> words = new ArrayList<>();
        for (Map<String, Object> word : Tree.objects(clip, "words")) {
            long start = Math.max(0, Tree.number(word, "startFrame") - distance);
            long end =
                    Math.max(start, Tree.number(word, "startFrame") + Tree.number(word, "durationFrames") - distance);
            words.add(Tree.with(Tree.with(word, "startFrame", start), "durationFrames", end - start));
        }
        return words;
    }

    /** Where in the source the clip begins when it begins that much later. */
    static long inPoint(Spot spot, String property, long distance, String unit) {
        long is = Tree.number(spot.clip(), property);
        if (is + distance < 0) {
            throw new Refused("The source of clip " + spot.id() + " has only " + is + " " + unit
                    + " before what the clip shows, not " + -distance + "; choose a later frame.");
        }
        return is + distance;
    }

    /** Whether a visual clip has frames of its own. */
    static boolean moving(Map<String, Object> clip) {
        Map<String, Object> source = Tree.object(clip, "source");
        return "MediaSource".equals(source.get("type"))
                && Tree.text(source, "mediaType").startsWith("video/");
    }

    static boolean isTitle(Map<String, Object> clip) {
        return "TitleSource".equals(Tree.object(clip, "source").get("type"));
    }

    /** @return {@code value * numerator / denominator}, rounded to the nearest */
    static long scaled(long value, long numerator, long denominator) {
        return Math.floorDiv(2 * value * numerator + denominator, 2 * denominator);
    }

    /** The picture of a spot that must be a moving one. */
    static Spot movingPicture(Draft draft, String id) {
        Spot spot = draft.clip(id, Kind.VISUAL, "a moving picture");
        if (!moving(spot.clip())) {
            throw new Refused(
                    "The clip " + id + " does not move, so it has no other part and no speed; trim it instead.");
        }
        return spot;
    }
}
