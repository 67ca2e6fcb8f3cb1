package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries a person's edits into a newly assembled timeline: a three-way merge by clip and property of what was assembled before (base),
 * what the person made of it (edited), and what is assembled now (made). An edit always wins; where the machine's value changed too, the
 * clip is out of date.
 */
final class EditKeeper {
    private static final List<String> TRACKS = List.of("visualTracks", "captionTracks", "audioTracks");

    private static final String STYLES = "captionStyles";

    /** What people change in the timeline as a whole. */
    private static final List<String> WHOLE = List.of(STYLES, "layouts", "markers");

    private final Map<String, Object> baseTree;
    private final Map<String, Object> editedTree;
    private final Map<String, Map<String, Object>> base;
    private final Map<String, Map<String, Object>> edited;
    private final Set<String> outOfDate = new TreeSet<>();

    private EditKeeper(TimelineSnapshot base, TimelineSnapshot edited) {
        baseTree = tree(base);
        editedTree = tree(edited);
        this.base = clips(baseTree);
        this.edited = clips(editedTree);
    }

    /** @param outOfDate ids of clips that keep an edit although what they were made from changed */
    record Merged(TimelineSnapshot timeline, List<String> outOfDate) {}

    static Merged merge(TimelineSnapshot base, TimelineSnapshot edited, TimelineSnapshot made) {
        if (base.equals(edited)) {
            return new Merged(made, List.of());
        }
        if (base.equals(made)) {
            return new Merged(edited, List.of());
        }
        EditKeeper keeper = new EditKeeper(base, edited);
        Map<String, Object> result = tree(made);
        keeper.mergeWhole(result);
        for (String kind : TRACKS) {
            result.put(kind, keeper.mergedTracks(kind, result));
        }
        try {
            return new Merged(Json.read(Json.write(result), TimelineSnapshot.class), List.copyOf(keeper.outOfDate));
        } catch (IllegalArgumentException collision) {
            // The edits no longer fit between the new clips; the film stays whole, and every edit is named.
            return new Merged(made, keeper.editedIds());
        }
    }

    private void mergeWhole(Map<String, Object> made) {
        for (String property : WHOLE) {
            if (!Objects.equals(editedTree.get(property), baseTree.get(property))) {
                made.put(property, property.equals(STYLES) ? styles(made) : editedTree.get(property));
            }
        }
        Object background = object(editedTree, "canvas").get("background");
        if (!Objects.equals(background, object(baseTree, "canvas").get("background"))) {
            Map<String, Object> canvas = new LinkedHashMap<>(object(made, "canvas"));
            canvas.put("background", background);
            made.put("canvas", canvas);
        }
    }

    /** Those that a person knows as they left them, and those that new captions name. */
    private List<Map<String, Object>> styles(Map<String, Object> made) {
        Map<String, Map<String, Object>> styles = byId(list(made, STYLES));
        styles.putAll(byId(list(editedTree, STYLES)));
        return List.copyOf(styles.values());
    }

    /** The made tracks with what a person set for them, without those that they removed, and those that they added; in their order. */
    private List<Map<String, Object>> mergedTracks(String kind, Map<String, Object> made) {
        Map<String, Map<String, Object>> before = byId(list(baseTree, kind));
        Map<String, Map<String, Object>> after = byId(list(editedTree, kind));
        Map<String, Map<String, Object>> tracks = byId(list(made, kind));
        Map<String, Map<String, Object>> merged = new LinkedHashMap<>();
        after.forEach((id, track) -> {
            Map<String, Object> now = tracks.get(id);
            if (now != null) {
                merged.put(id, properties(track, before.get(id), now));
            } else if (!before.containsKey(id)) {
                merged.put(id, new LinkedHashMap<>(track));
            }
        });
        tracks.forEach((id, track) -> {
            if (!before.containsKey(id)) {
                merged.putIfAbsent(id, track);
            }
        });
        merged.values().forEach(track -> track.put("clips", mergedClips(id(track), list(made, kind), after)));
        return List.copyOf(merged.values());
    }

    private static Map<String, Object> properties(
            Map<String, Object> edited, @Nullable Map<String, Object> base, Map<String, Object> made) {
        Map<String, Object> result = new LinkedHashMap<>(made);
        if (base != null) {
            edited.forEach((property, value) -> {
                if (!property.equals("clips") && !Objects.equals(value, base.get(property))) {
                    result.put(property, value);
                }
            });
        }
        return result;
    }

    private List<Map<String, Object>> mergedClips(
            String trackId, List<Map<String, Object>> made, Map<String, Map<String, Object>> after) {
        Map<String, String> placed = new LinkedHashMap<>();
        after.forEach((track, content) -> list(content, "clips").forEach(clip -> placed.put(id(clip), track)));
        List<Map<String, Object>> clips = new ArrayList<>();
        for (Map<String, Object> track : made) {
            for (Map<String, Object> clip : list(track, "clips")) {
                String id = id(clip);
                boolean known = base.containsKey(id);
                // Where a person put it; where the machine put it as long as no person knew it.
                String place = known ? placed.get(id) : id(track);
                if (trackId.equals(place)) {
                    clips.add(known ? mergedClip(id, clip) : clip);
                }
            }
        }
        placed.forEach((clip, track) -> {
            if (track.equals(trackId) && !base.containsKey(clip)) {
                clips.add(Objects.requireNonNull(edited.get(clip)));
            }
        });
        clips.sort(Comparator.comparingLong(EditKeeper::start));
        return clips;
    }

    private Map<String, Object> mergedClip(String id, Map<String, Object> made) {
        Map<String, Object> result = new LinkedHashMap<>(made);
        Map<String, Object> before = Objects.requireNonNull(base.get(id));
        Objects.requireNonNull(edited.get(id)).forEach((property, value) -> {
            if (!Objects.equals(value, before.get(property))) {
                result.put(property, value);
                if (!Objects.equals(made.get(property), before.get(property))) {
                    outOfDate.add(id);
                }
            }
        });
        return result;
    }

    private List<String> editedIds() {
        return Stream.concat(base.keySet().stream(), edited.keySet().stream())
                .filter(id -> !Objects.equals(base.get(id), edited.get(id)))
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Map<String, Object>> clips(Map<String, Object> tree) {
        Map<String, Map<String, Object>> clips = new LinkedHashMap<>();
        TRACKS.stream()
                .flatMap(kind -> list(tree, kind).stream())
                .flatMap(track -> list(track, "clips").stream())
                .forEach(clip -> clips.put(id(clip), clip));
        return clips;
    }

    private static Map<String, Object> tree(TimelineSnapshot timeline) {
        return Json.readObject(Json.write(timeline));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(of.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> of, String key) {
        return (Map<String, Object>) Objects.requireNonNull(of.get(key));
    }

    private static Map<String, Map<String, Object>> byId(List<Map<String, Object>> tracks) {
        Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
        tracks.forEach(track -> byId.put(id(track), track));
        return byId;
    }

    private static String id(Map<String, Object> clip) {
        return String.valueOf(clip.get("id"));
    }

    private static long start(Map<String, Object> clip) {
        Object start = clip.containsKey("startFrame") ? clip.get("startFrame") : clip.get("startSample");
        return ((Number) Objects.requireNonNull(start)).longValue();
    }
}
