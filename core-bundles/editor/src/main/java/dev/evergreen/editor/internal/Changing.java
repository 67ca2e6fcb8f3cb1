package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Spot;
import dev.evergreen.editor.internal.Draft.Track;
import dev.evergreen.editor.internal.Operation.Move;
import dev.evergreen.editor.internal.Operation.Place;
import dev.evergreen.editor.internal.Operation.Ripple;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps that many commands share, as operations on a draft. */
final class Changing {
    private Changing() {}

    static void set(Draft draft, String id, String property, @Nullable Object from, @Nullable Object to) {
        if (!Tree.same(from, to)) {
            draft.run(new Operation.Set(id, property, from, to));
        }
    }

    static void set(Draft draft, Spot spot, String property, @Nullable Object to) {
        set(draft, spot.id(), property, spot.clip().get(property), to);
    }

    /** Makes a clip equal to another value of it, which keeps its id. */
    static void become(Draft draft, Spot spot, Map<String, Object> wanted) {
        Map<String, Object> clip = spot.clip();
        String start = spot.track().kind().start();
        wanted.forEach((property, value) -> {
            if (!property.equals(start)) {
                set(draft, spot.id(), property, clip.get(property), value);
            }
        });
        move(draft, draft.clip(spot.id()), spot.track(), Tree.number(wanted, start));
    }

    static void move(Draft draft, Spot spot, Track to, long start) {
        if (!spot.track().id().equals(to.id()) || spot.start() != start) {
            draft.run(new Move(spot.id(), Performance.place(spot), new Place(to.id(), start, null)));
        }
    }

    static void remove(Draft draft, Spot spot) {
        draft.run(new Operation.Remove(
                spot.track().id(), spot.clip(), Performance.place(spot).before()));
    }

    /**
     * Moves what starts there or later.
     *
     * @param scope none, track or all
     * @param from in the unit of the track's kind
     * @param by in the unit of the track's kind; negative for earlier
     */
    static void ripple(Draft draft, String scope, Track track, long from, long by) {
        if (scope.equals("none") || by == 0) {
            return;
        }
        List<String> tracks = scope.equals("track")
                ? List.of(track.id())
                : draft.tracks().stream().map(Track::id).toList();
        FrameRate rate = draft.rate();
        if (track.kind() == Kind.AUDIO) {
            long frames = Long.signum(by) * rate.frameAt(Math.abs(by));
            draft.run(new Ripple(tracks, rate.framesFor(from), frames, from, by));
        } else {
            draft.run(new Ripple(tracks, from, by, rate.sampleAt(from), draft.length(Kind.AUDIO, by)));
        }
    }

    static String scope(Map<String, Object> command, String otherwise) {
        Object given = command.get("ripple");
        return given == null ? otherwise : (String) given;
    }
}
