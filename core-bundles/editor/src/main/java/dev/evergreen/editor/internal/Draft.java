package dev.evergreen.editor.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A timeline while it is edited: the JSON of its records, with the tracks' clips in lists that operations change. Confined to one thread. */
final class Draft {
    private final Map<String, Object> properties;
    private final List<Track> tracks;
    private final List<Operation> log = new ArrayList<>();

    /** The kinds of tracks. */
    enum Kind {
        VISUAL("visualTracks", "startFrame", "durationFrames"),
        CAPTION("captionTracks", "startFrame", "durationFrames"),
        AUDIO("audioTracks", "startSample", "durationSamples");

        private final String list;
        private final String start;
        private final String duration;

        Kind(String list, String start, String duration) {
            this.list = list;
            this.start = start;
            this.duration = duration;
        }

        /** The name of a clip's start: in frames, or in samples. */
        String start() {
            return start;
        }

        String duration() {
            return duration;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** @param properties all but the clips */
    record Track(Kind kind, Map<String, Object> properties, List<Map<String, Object>> clips) {
        String id() {
            return Tree.text(properties, "id");
        }

        long start(Map<String, Object> clip) {
            return Tree.number(clip, kind.start());
        }

        long end(Map<String, Object> clip) {
            return start(clip) + Tree.number(clip, kind.duration());
        }

        Map<String, Object> tree() {
            return Tree.with(properties, "clips", List.copyOf(clips));
        }

        static Track of(Kind kind, Map<String, Object> tree) {
            return new Track(kind, Tree.without(tree, "clips"), new ArrayList<>(Tree.objects(tree, "clips")));
        }
    }

    /** A clip where it stands. */
    record Spot(Track track, int index) {
        Map<String, Object> clip() {
            return track.clips().get(index);
        }

        String id() {
            return Tree.text(clip(), "id");
        }

        long start() {
            return track.start(clip());
        }

        long end() {
            return track.end(clip());
        }

        Optional<Spot> next() {
            return index + 1 < track.clips().size() ? Optional.of(new Spot(track, index + 1)) : Optional.empty();
        }

        Optional<Spot> previous() {
            return index > 0 ? Optional.of(new Spot(track, index - 1)) : Optional.empty();
        }
    }

    private Draft(Map<String, Object> properties, List<Track> tracks) {
        this.properties = properties;
        this.tracks = tracks;
    }

    static Draft of(TimelineSnapshot timeline) {
        Map<String, Object> tree = Json.readObject(Json.write(timeline));
        List<Track> tracks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Tree.objects(tree, kind.list).forEach(track -> tracks.add(Track.of(kind, track)));
            tree.remove(kind.list);
        }
        return new Draft(new LinkedHashMap<>(tree), tracks);
    }

    Draft copy() {
        List<Track> copies = new ArrayList<>();
        tracks.forEach(
                track -> copies.add(new Track(track.kind(), track.properties(), new ArrayList<>(track.clips()))));
        return new Draft(new LinkedHashMap<>(properties), copies);
    }

    /** @throws IllegalArgumentException naming what the timeline's records refuse */
    TimelineSnapshot snapshot() {
        return Json.read(Json.write(tree()), TimelineSnapshot.class);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>(properties);
        for (Kind kind : Kind.values()) {
            tree.put(kind.list, tracks(kind).stream().map(Track::tree).toList());
        }
        return tree;
    }

    /** Does it, and keeps it. */
    void run(Operation operation) {
        new Performance(this).perform(operation);
        log.add(operation);
    }

    /** What was done to this draft since it was made or copied. */
    List<Operation> log() {
        return List.copyOf(log);
    }

    Map<String, Object> properties() {
        return properties;
    }

    /** Back to front within a kind. */
    List<Track> tracks(Kind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).toList();
    }

    List<Track> tracks() {
        return tracks;
    }

    Optional<Track> findTrack(String id) {
        return tracks.stream().filter(track -> track.id().equals(id)).findFirst();
    }

    Track track(String id) {
        return findTrack(id)
                .orElseThrow(() -> new Refused(
                        "The timeline has no track with the id " + id + "; read the timeline for the ids."));
    }

    Optional<Spot> find(String id) {
        for (Track track : tracks) {
            for (int i = 0; i < track.clips().size(); i++) {
                if (id.equals(track.clips().get(i).get("id"))) {
                    return Optional.of(new Spot(track, i));
                }
            }
        }
        return Optional.empty();
    }

    Spot clip(String id) {
        return find(id).orElseThrow(() ->
                new Refused("The timeline has no clip with the id " + id + "; read the timeline for the ids."));
    }

    /** @param what what it should be, for the refusal */
    Spot clip(String id, Kind kind, String what) {
        Spot spot = clip(id);
        if (spot.track().kind() != kind) {
            throw new Refused(
                    "The clip " + id + " is on the " + spot.track().kind().word() + " track "
                            + spot.track().id() + ", but " + what + " is needed here; choose another clip.");
        }
        return spot;
    }

    FrameRate rate() {
        Map<String, Object> rate = Tree.object(Tree.object(properties, "canvas"), "frameRate");
        return new FrameRate((int) Tree.number(rate, "numerator"), (int) Tree.number(rate, "denominator"));
    }

    /** A moment in the unit of a kind of track. */
    long moment(Kind kind, long frame) {
        return kind == Kind.AUDIO ? rate().sampleAt(frame) : frame;
    }

    /** A length in the unit of a kind of track; frames may be negative. */
    long length(Kind kind, long frames) {
        return kind == Kind.AUDIO ? Long.signum(frames) * rate().sampleAt(Math.abs(frames)) : frames;
    }
}
