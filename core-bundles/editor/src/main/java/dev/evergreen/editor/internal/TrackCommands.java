package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import dev.evergreen.editor.internal.Draft.Track;
import dev.evergreen.editor.internal.Operation.InsertTrack;
import dev.evergreen.editor.internal.Operation.MoveTrack;
import dev.evergreen.editor.internal.Operation.RemoveTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sounds' loudness, tracks, the canvas and markers. */
final class TrackCommands {
    static final Map<String, Planner> ALL = Map.ofEntries(
            Map.entry("set-gain", TrackCommands::setGain),
            Map.entry("set-fades", TrackCommands::setFades),
            Map.entry("set-role", TrackCommands::setRole),
            Map.entry("mute-track", TrackCommands::mute),
            Map.entry("burn-captions", TrackCommands::burn),
            Map.entry("add-track", TrackCommands::add),
            Map.entry("remove-track", TrackCommands::remove),
            Map.entry("move-track", TrackCommands::move),
            Map.entry("set-background", TrackCommands::setBackground),
            Map.entry("add-marker", TrackCommands::addMarker),
            Map.entry("change-marker", TrackCommands::changeMarker),
            Map.entry("remove-marker", TrackCommands::removeMarker));

    private TrackCommands() {}

    private static Spot sound(Map<String, Object> command, Draft draft) {
        return draft.clip(Tree.text(command, "clip"), Kind.AUDIO, "a sound");
    }

    private static void setGain(Map<String, Object> command, Draft draft) {
        Changing.set(draft, sound(command, draft), "gain", command.get("gain"));
    }

    private static void setFades(Map<String, Object> command, Draft draft) {
        Spot spot = sound(command, draft);
        Map<String, Object> clip = new LinkedHashMap<>(spot.clip());
        for (String fade : List.of("fadeInSamples", "fadeOutSamples")) {
            if (command.containsKey(fade)) {
                clip.put(fade, command.get(fade));
            }
        }
        long length = spot.end() - spot.start();
        long fades = Tree.number(clip, "fadeInSamples") + Tree.number(clip, "fadeOutSamples");
        if (fades > length) {
            throw new Refused("The fades of clip " + spot.id() + " take " + fades + " samples, but the clip has only "
                    + length + "; make them shorter.");
        }
        Changing.become(draft, spot, clip);
    }

    private static void setRole(Map<String, Object> command, Draft draft) {
        Changing.set(draft, sound(command, draft), "role", command.get("role"));
    }

    private static void mute(Map<String, Object> command, Draft draft) {
        setOnTrack(command, draft, Kind.AUDIO, "muted");
    }

    private static void burn(Map<String, Object> command, Draft draft) {
        setOnTrack(command, draft, Kind.CAPTION, "burnedIn");
    }

    private static void setOnTrack(Map<String, Object> command, Draft draft, Kind kind, String property) {
        Track track = draft.track(Tree.text(command, "track"));
        if (track.kind() != kind) {
            throw new Refused("The track " + track.id() + " is of the kind "
                    + track.kind().word() + ", but one of the kind " + kind.word()
                    + " is needed here; choose another track.");
        }
        Changing.set(draft, track.id(), property, track.properties().get(property), command.get(property));
    }

    private static void add(Map<String, Object> command, Draft draft) {
        Kind kind = Kind.of(Tree.text(command, "kind"));
        int count = draft.tracks(kind).size();
        long index = Tree.number(command, "index", count);
        if (index > count) {
            throw new Refused("The timeline has " + count + " tracks of the kind " + kind.word()
                    + ", so one cannot be added at " + index + "; leave the index out to add it last.");
        }
        if (command.containsKey("language") && kind != Kind.CAPTION) {
            throw new Refused("The track " + command.get("track") + " is of the kind " + kind.word()
                    + ", which has no language; leave the language out.");
        }
        Map<String, Object> track = new LinkedHashMap<>();
        track.put("id", command.get("track"));
        if (kind == Kind.CAPTION) {
            track.put("language", command.getOrDefault("language", "en"));
            track.put("burnedIn", false);
        }
        if (kind == Kind.AUDIO) {
            track.put("muted", false);
        }
        track.put("clips", List.of());
        draft.run(new InsertTrack(kind.word(), (int) index, track));
    }

    private static void remove(Map<String, Object> command, Draft draft) {
        Track track = draft.track(Tree.text(command, "track"));
        draft.run(
                new RemoveTrack(track.kind().word(), draft.tracks(track.kind()).indexOf(track), track.tree()));
    }

    private static void move(Map<String, Object> command, Draft draft) {
        Track track = draft.track(Tree.text(command, "track"));
        List<Track> alike = draft.tracks(track.kind());
        long index = Tree.number(command, "index");
        if (index >= alike.size()) {
            throw new Refused("The timeline has " + alike.size() + " tracks of the kind "
                    + track.kind().word() + ", counted from 0, so track " + track.id() + " cannot be at " + index
                    + "; choose a smaller index.");
        }
        int from = alike.indexOf(track);
        if (from != index) {
            draft.run(new MoveTrack(track.kind().word(), track.id(), from, (int) index));
        }
    }

    private static void setBackground(Map<String, Object> command, Draft draft) {
        Map<String, Object> canvas = Tree.object(draft.properties(), "canvas");
        Changing.set(draft, "", "canvas", canvas, Tree.with(canvas, "background", command.get("colour")));
    }

    private static void addMarker(Map<String, Object> command, Draft draft) {
        Map<String, Object> marker = new LinkedHashMap<>(Tree.object(command, "marker"));
        marker.putIfAbsent("label", "");
        List<Map<String, Object>> markers = Tree.objects(draft.properties(), "markers");
        String id = Tree.text(marker, "id");
        if (markers.stream().anyMatch(each -> Tree.text(each, "id").equals(id))) {
            throw new Refused("The timeline has a marker with the id " + id + " already; choose another id.");
        }
        List<Map<String, Object>> changed = new ArrayList<>(markers);
        changed.add(marker);
        setMarkers(draft, markers, changed);
    }

    private static void changeMarker(Map<String, Object> command, Draft draft) {
        List<Map<String, Object>> markers = Tree.objects(draft.properties(), "markers");
        int index = marker(command, markers);
        Map<String, Object> marker = new LinkedHashMap<>(markers.get(index));
        for (String property : List.of("frame", "label")) {
            if (command.containsKey(property)) {
                marker.put(property, command.get(property));
            }
        }
        setMarkers(draft, markers, Tree.replaced(markers, index, marker));
    }

    private static void removeMarker(Map<String, Object> command, Draft draft) {
        List<Map<String, Object>> markers = Tree.objects(draft.properties(), "markers");
        List<Map<String, Object>> changed = new ArrayList<>(markers);
        changed.remove(marker(command, markers));
        setMarkers(draft, markers, changed);
    }

    private static void setMarkers(Draft draft, List<Map<String, Object>> from, List<Map<String, Object>> to) {
        List<Map<String, Object>> sorted = new ArrayList<>(to);
        sorted.sort(Comparator.comparingLong(each -> Tree.number(each, "frame")));
        Changing.set(draft, "", "markers", from, sorted);
    }

    private static int marker(Map<String, Object> command, List<Map<String, Object>> markers) {
        String id = Tree.text(command, "marker");
        for (int i = 0; i < markers.size(); i++) {
            if (Tree.text(markers.get(i), "id").equals(id)) {
                return i;
            }
        }
        throw new Refused("The timeline has no marker with the id " + id + "; read the timeline for the ids.");
    }
}
