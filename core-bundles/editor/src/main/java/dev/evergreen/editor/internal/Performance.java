package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import dev.evergreen.editor.internal.Draft.Track;
import dev.evergreen.editor.internal.Operation.InsertTrack;
import dev.evergreen.editor.internal.Operation.Move;
import dev.evergreen.editor.internal.Operation.MoveTrack;
import dev.evergreen.editor.internal.Operation.Place;
import dev.evergreen.editor.internal.Operation.RemoveTrack;
import dev.evergreen.editor.internal.Operation.Ripple;
import dev.evergreen.editor.internal.Refused.Clash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does operations to a draft. What an operation expects and does not find is a {@link Clash}. */
final class Performance {
    private final Draft draft;

    Performance(Draft draft) {
        this.draft = draft;
    }

    // An instanceof chain where Java 21 has a switch over the sealed type.
    void perform(Operation operation) {
        if (operation instanceof Operation.Set set) {
            set(set);
        } else if (operation instanceof Operation.Insert insert) {
            absent(Tree.text(insert.clip(), "id"));
            put(track(insert.track()), insert.clip(), insert.before());
        } else if (operation instanceof Operation.Remove remove) {
            remove(remove);
        } else if (operation instanceof Move move) {
            move(move);
        } else if (operation instanceof Ripple ripple) {
            ripple.tracks().stream()
                    .flatMap(id -> draft.findTrack(id).stream())
                    .forEach(track -> ripple(track, ripple));
        } else if (operation instanceof InsertTrack insert) {
            insert(insert);
        } else if (operation instanceof RemoveTrack remove) {
            remove(remove);
        } else {
            move((MoveTrack) operation);
        }
    }

    private void set(Operation.Set set) {
        if (set.id().isEmpty()) {
            known("", set.property(), draft.properties());
            expect("", set.property(), draft.properties().get(set.property()), set.from());
            draft.properties().put(set.property(), set.to());
            return;
        }
        Optional<Track> track = draft.findTrack(set.id());
        if (track.isPresent()) {
            known(set.id(), set.property(), track.get().properties());
            expect(set.id(), set.property(), track.get().properties().get(set.property()), set.from());
            int index = draft.tracks().indexOf(track.get());
            draft.tracks()
                    .set(
                            index,
                            new Track(
                                    track.get().kind(),
                                    Tree.with(track.get().properties(), set.property(), set.to()),
                                    track.get().clips()));
            return;
        }
        Spot spot = clip(set.id());
        known(set.id(), set.property(), spot.clip());
        expect(set.id(), set.property(), spot.clip().get(set.property()), set.from());
        spot.track().clips().set(spot.index(), Tree.with(spot.clip(), set.property(), set.to()));
    }

    private void remove(Operation.Remove remove) {
        Spot spot = clip(Tree.text(remove.clip(), "id"));
        expect(spot.id(), "track", spot.track().id(), remove.track());
        for (Map.Entry<String, Object> property : remove.clip().entrySet()) {
            expect(spot.id(), property.getKey(), spot.clip().get(property.getKey()), property.getValue());
        }
        spot.track().clips().remove(spot.index());
    }

    private void move(Move move) {
        Spot spot = clip(move.id());
        expect(move.id(), "track", spot.track().id(), move.from().track());
        expect(move.id(), spot.track().kind().start(), spot.start(), move.from().start());
        Map<String, Object> clip = spot.clip();
        Track to = track(move.to().track());
        spot.track().clips().remove(spot.index());
        put(to, Tree.with(clip, to.kind().start(), move.to().start()), move.to().before());
    }

    private static void put(Track track, Map<String, Object> clip, @Nullable String before) {
        long start = track.start(clip);
        List<Map<String, Object>> clips = track.clips();
        int index = clips.size();
        while (index > 0 && track.start(clips.get(index - 1)) > start) {
            index--;
        }
        for (int i = index - 1; i >= 0 && track.start(clips.get(i)) == start; i--) {
            if (Tree.text(clips.get(i), "id").equals(before)) {
                index = i;
            }
        }
        clips.add(index, clip);
    }

    private static void ripple(Track track, Ripple ripple) {
        boolean sound = track.kind() == Kind.AUDIO;
        long from = sound ? ripple.fromSample() : ripple.fromFrame();
        long by = sound ? ripple.samples() : ripple.frames();
        for (int i = 0; i < track.clips().size(); i++) {
            Map<String, Object> clip = track.clips().get(i);
            long start = track.start(clip);
            if (start >= from) {
                track.clips().set(i, Tree.with(clip, track.kind().start(), start + by));
            } else if (start >= from + by) {
                throw new Clash(
                        Tree.text(clip, "id"),
                        track.kind().start(),
                        "The clip " + clip.get("id") + " on track " + track.id()
                                + " starts where the gap would close; remove or move it first, or ripple one track only.");
            }
        }
    }

    private void insert(InsertTrack insert) {
        absent(Tree.text(insert.track(), "id"));
        Track track = Track.of(Kind.of(insert.kind()), insert.track());
        track.clips().forEach(clip -> absent(Tree.text(clip, "id")));
        place(track, insert.index());
    }

    private void remove(RemoveTrack remove) {
        Track track = track(Tree.text(remove.track(), "id"));
        expect(track.id(), "clips", track.tree(), remove.track());
        draft.tracks().remove(track);
    }

    private void move(MoveTrack move) {
        Track track = track(move.id());
        expect(move.id(), "index", draft.tracks(track.kind()).indexOf(track), move.from());
        draft.tracks().remove(track);
        place(track, move.to());
    }

    private void place(Track track, int index) {
        List<Track> alike = draft.tracks(track.kind());
        if (index < alike.size()) {
            draft.tracks().add(draft.tracks().indexOf(alike.get(index)), track);
        } else if (alike.isEmpty()) {
            draft.tracks().add(track);
        } else {
            draft.tracks().add(draft.tracks().indexOf(alike.get(alike.size() - 1)) + 1, track);
        }
    }

    /** Where a clip stands, so that it can be put there again. */
    static Place place(Spot spot) {
        String before = spot.next()
                .filter(next -> next.start() == spot.start())
                .map(Spot::id)
                .orElse(null);
        return new Place(spot.track().id(), spot.start(), before);
    }

    private Spot clip(String id) {
        return draft.find(id)
                .orElseThrow(() -> new Clash(
                        id, "id", "The timeline has no clip with the id " + id + " any more; read the timeline."));
    }

    private Track track(String id) {
        return draft.findTrack(id)
                .orElseThrow(() -> new Clash(
                        id, "id", "The timeline has no track with the id " + id + " any more; read the timeline."));
    }

    private void absent(String id) {
        if (draft.find(id).isPresent() || draft.findTrack(id).isPresent()) {
            throw new Clash(
                    id, "id", "The timeline has a clip or track with the id " + id + " already; choose another id.");
        }
    }

    private static void known(String id, String property, Map<String, Object> of) {
        if (!of.containsKey(property) || property.equals("id")) {
            throw new Clash(
                    id,
                    property,
                    (id.isEmpty() ? "The timeline" : id) + " has no property " + property
                            + " that can be set; read the timeline.");
        }
    }

    private static void expect(String id, String property, @Nullable Object is, @Nullable Object expected) {
        if (!Tree.same(is, expected)) {
            throw new Clash(
                    id,
                    property,
                    (id.isEmpty() ? "The timeline's " : "The ") + property + (id.isEmpty() ? "" : " of " + id) + " is "
                            + Tree.shown(is) + ", not " + Tree.shown(expected)
                            + " as the operation expects; read the timeline.");
        }
    }
}
