package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Track;
import dev.evergreen.editor.internal.Operation.Insert;
import dev.evergreen.editor.internal.Operation.Move;
import dev.evergreen.editor.internal.Operation.Place;
import dev.evergreen.editor.internal.Operation.Remove;
import dev.evergreen.editor.internal.Operation.Ripple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries operations over the ripples that others made since, so that they mean the same clips at the places where these are now. */
final class Rebase {
    private final Set<String> sounds = new HashSet<>();

    /** @param timeline tells which tracks hold sounds */
    Rebase(Draft timeline) {
        timeline.tracks(Kind.AUDIO).stream().map(Track::id).forEach(sounds::add);
    }

    static long carried(Ripple ripple, boolean sound, long position) {
        long from = sound ? ripple.fromSample() : ripple.fromFrame();
        return position >= from ? position + (sound ? ripple.samples() : ripple.frames()) : position;
    }

    List<Operation> over(List<Operation> operations, List<Recorded> since) {
        List<Operation> carried = operations;
        for (Recorded recorded : since) {
            for (Operation later : recorded.operations()) {
                if (later instanceof Ripple ripple) {
                    carried = over(carried, ripple);
                }
            }
        }
        return carried;
    }

    private List<Operation> over(List<Operation> operations, Ripple ripple) {
        List<Operation> carried = new ArrayList<>();
        Ripple now = ripple;
        for (Operation operation : operations) {
            carried.add(over(operation, now));
            if (operation instanceof Ripple own) {
                // After an operation of ours that ripples itself, theirs lies elsewhere.
                now = new Ripple(
                        now.tracks(),
                        carried(own, false, now.fromFrame()),
                        now.frames(),
                        carried(own, true, now.fromSample()),
                        now.samples());
            }
        }
        return carried;
    }

    private Operation over(Operation operation, Ripple ripple) {
        if (operation instanceof Insert insert && ripple.concerns(insert.track())) {
            return new Insert(insert.track(), over(insert.track(), insert.clip(), ripple), insert.before());
        }
        if (operation instanceof Remove remove && ripple.concerns(remove.track())) {
            return new Remove(remove.track(), over(remove.track(), remove.clip(), ripple), remove.before());
        }
        if (operation instanceof Move move) {
            return new Move(move.id(), over(move.from(), ripple), over(move.to(), ripple));
        }
        if (operation instanceof Ripple own && own.tracks().stream().anyMatch(ripple::concerns)) {
            return new Ripple(
                    own.tracks(),
                    carried(ripple, false, own.fromFrame()),
                    own.frames(),
                    carried(ripple, true, own.fromSample()),
                    own.samples());
        }
        return operation;
    }

    private Place over(Place place, Ripple ripple) {
        return ripple.concerns(place.track())
                ? new Place(
                        place.track(), carried(ripple, sounds.contains(place.track()), place.start()), place.before())
                : place;
    }

    private Map<String, Object> over(String track, Map<String, Object> clip, Ripple ripple) {
        boolean sound = sounds.contains(track);
        String start = sound ? Kind.AUDIO.start() : Kind.VISUAL.start();
        return Tree.with(clip, start, carried(ripple, sound, Tree.number(clip, start)));
    }
}
