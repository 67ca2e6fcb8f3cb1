package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import dev.evergreen.editor.internal.Draft.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The order of scenes. */
final class SceneCommands {
    static final Map<String, Planner> ALL = Map.of("reorder-scenes", SceneCommands::reorder);

    private SceneCommands() {}

    /** A scene on the timeline, up to where the next one begins. */
    private record Scene(List<String> clips, long from, long to) {}

    private record Shift(String clip, long start) {}

    private static void reorder(Map<String, Object> command, Draft draft) {
        List<List<String>> order = scenes(command);
        Track track = draft.clip(order.get(0).get(0), Kind.VISUAL, "a picture").track();
        List<Scene> now = now(order, track);
        Map<String, Scene> byFirst = new LinkedHashMap<>();
        now.forEach(scene -> byFirst.put(scene.clips().get(0), scene));
        List<Shift> shifts = new ArrayList<>();
        long start = now.get(0).from();
        for (List<String> clips : order) {
            Scene scene = Objects.requireNonNull(byFirst.get(clips.get(0)));
            collect(draft, scene, start, shifts);
            start += scene.to() - scene.from();
        }
        for (Shift shift : shifts) {
            Spot spot = draft.clip(shift.clip());
            Changing.move(draft, spot, spot.track(), shift.start());
        }
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> scenes(Map<String, Object> command) {
        return (List<List<String>>) Objects.requireNonNull(command.get("scenes"));
    }

    /** The scenes as they lie now, which must be all clips of a stretch of the track. */
    private static List<Scene> now(List<List<String>> order, Track track) {
        List<String> ids =
                track.clips().stream().map(clip -> Tree.text(clip, "id")).toList();
        List<List<String>> sorted = new ArrayList<>(order);
        sorted.sort(Comparator.comparingInt(scene -> ids.indexOf(scene.get(0))));
        int first = ids.indexOf(sorted.get(0).get(0));
        int index = first;
        for (List<String> scene : sorted) {
            for (String clip : scene) {
                if (index >= ids.size() || index < 0 || !ids.get(index).equals(clip)) {
                    throw new Refused(
                            "The clip " + clip + " does not stand on track " + track.id()
                                    + " where its scene needs it; name all pictures from the first scene to the last, each once.");
                }
                index++;
            }
        }
        List<Scene> scenes = new ArrayList<>();
        int at = first;
        for (List<String> scene : sorted) {
            int next = at + scene.size();
            long to = next < index
                    ? track.start(track.clips().get(next))
                    : track.end(track.clips().get(next - 1));
            scenes.add(new Scene(scene, track.start(track.clips().get(at)), to));
            at = next;
        }
        return scenes;
    }

    private static void collect(Draft draft, Scene scene, long start, List<Shift> shifts) {
        for (Track track : draft.tracks()) {
            long from = draft.moment(track.kind(), scene.from());
            long to = draft.moment(track.kind(), scene.to());
            long by = draft.moment(track.kind(), start) - from;
            for (Map<String, Object> clip : track.clips()) {
                long begin = track.start(clip);
                long inside = Math.min(to, track.end(clip)) - begin;
                if (begin >= from && begin < to && 2 * inside > track.end(clip) - begin) {
                    shifts.add(new Shift(Tree.text(clip, "id"), begin + by));
                }
            }
        }
    }
}
