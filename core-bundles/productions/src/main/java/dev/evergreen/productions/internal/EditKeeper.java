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

/**
 * Carries a person's edits into a newly assembled timeline: a three-way merge by clip and property of what was assembled before (base),
 * what the person made of it (edited), and what is assembled now (made). An edit always wins; where the machine's value changed too, the
 * clip is out of date.
 */
final class EditKeeper {
    private static final List<String> TRACKS = List.of("visualTracks", "captionTracks", "audioTracks");

    private final Map<String, Map<String, Object>> base;
    private final Map<String, Map<String, Object>> edited;
    private final Set<String> outOfDate = new TreeSet<>();

    private EditKeeper(TimelineSnapshot base, TimelineSnapshot edited) {
        this.base = clips(tree(base));
        this.edited = clips(tree(edited));
    }

    /** @param outOfDate ids of clips that keep an edit although what they were made from changed */
    record Merged(TimelineSnapshot timeline, List<String> outOfDate) {}

    static Merged merge(TimelineSnapshot base, TimelineSnapshot edited, TimelineSnapshot made) {
        if (base.equals(edited)) {
            return new Merged(made, List.of());
        }
        EditKeeper keeper = new EditKeeper(base, edited);
        Map<String, Object> result = tree(made);
        Map<String, String> trackOfAdded = keeper.trackOfAdded(tree(edited));
        for (String kind : TRACKS) {
            for (Map<String, Object> track : list(result, kind)) {
                track.put("clips", keeper.mergedClips(track, trackOfAdded));
            }
        }
        try {
            return new Merged(Json.read(Json.write(result), TimelineSnapshot.class), List.copyOf(keeper.outOfDate));
        } catch (IllegalArgumentException collision) {
            // The edits no longer fit between the new clips; the film stays whole, and every edit is named.
            return new Merged(made, keeper.editedIds());
        }
    }

    private List<Map<String, Object>> mergedClips(Map<String, Object> track, Map<String, String> trackOfAdded) {
        List<Map<String, Object>> clips = new ArrayList<>();
        for (Map<String, Object> made : list(track, "clips")) {
            String id = id(made);
            if (!base.containsKey(id)) {
                clips.add(made);
            } else if (edited.containsKey(id)) {
                clips.add(mergedClip(id, made));
            }
        }
        trackOfAdded.forEach((clip, trackId) -> {
            if (trackId.equals(track.get("id"))) {
                clips.add(edited.get(clip));
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

    private Map<String, String> trackOfAdded(Map<String, Object> editedTree) {
        Map<String, String> added = new LinkedHashMap<>();
        TRACKS.stream()
                .flatMap(kind -> list(editedTree, kind).stream())
                .forEach(track -> list(track, "clips").stream()
                        .map(EditKeeper::id)
                        .filter(id -> !base.containsKey(id))
                        .forEach(id -> added.put(id, String.valueOf(track.get("id")))));
        return added;
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

    private static String id(Map<String, Object> clip) {
        return String.valueOf(clip.get("id"));
    }

    private static long start(Map<String, Object> clip) {
        Object start = clip.containsKey("startFrame") ? clip.get("startFrame") : clip.get("startSample");
        return ((Number) Objects.requireNonNull(start)).longValue();
    }
}
