package dev.evergreen.editor.internal;

import dev.evergreen.editor.internal.Draft.Kind;
import dev.evergreen.editor.internal.Draft.Track;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for every timeline after every command. */
final class Invariants {
    private Invariants() {}

    /** @throws Refused naming the first clip that breaks one */
    static void check(Draft draft) {
        Set<Object> styles = Tree.objects(draft.properties(), "captionStyles").stream()
                .map(style -> style.get("id"))
                .collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        for (Track track : draft.tracks()) {
            unique(ids, track.id());
            Map<String, Object> before = null;
            for (Map<String, Object> clip : track.clips()) {
                unique(ids, Tree.text(clip, "id"));
                if (before != null && track.kind() != Kind.AUDIO) {
                    follows(track, before, clip);
                }
                inside(track, clip, styles);
                before = clip;
            }
        }
    }

    private static void unique(Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw new Refused("The timeline has a clip or track with the id " + id + " already; choose another id.");
        }
    }

    private static void follows(Track track, Map<String, Object> before, Map<String, Object> clip) {
        long end = track.end(before);
        long start = track.start(clip);
        if (start < end) {
            throw new Refused("The clip " + clip.get("id") + " starts at frame " + start + ", before the clip "
                    + before.get("id") + " on track " + track.id() + " ends at frame " + end
                    + "; trim or move one of them, or let the rest ripple.");
        }
        if (track.kind() == Kind.VISUAL && before.get("transition") != null && start == end) {
            long way = Tree.number(Tree.object(before, "transition"), "frames");
            long length = Tree.number(clip, "durationFrames");
            if (way > length) {
                throw new Refused("The transition of clip " + before.get("id") + " takes " + way
                        + " frames, but the clip " + clip.get("id") + " that it leads to has only " + length
                        + "; make the transition shorter first.");
            }
        }
    }

    private static void inside(Track track, Map<String, Object> clip, Set<Object> styles) {
        Object id = clip.get("id");
        if (track.start(clip) < 0) {
            throw new Refused("The clip " + id + " would start at " + track.start(clip)
                    + ", before the film begins; choose a later frame.");
        }
        switch (track.kind()) {
            case VISUAL -> {
                rising("The camera of clip " + id, Tree.objects(Tree.object(clip, "transform"), "camera"), "frame");
                curves(clip);
            }
            case CAPTION -> {
                if (!styles.contains(clip.get("styleId"))) {
                    throw new Refused("The caption " + id + " names the style " + clip.get("styleId")
                            + ", which the timeline does not have; define it first.");
                }
            }
            case AUDIO -> {
                rising("The gain of clip " + id, Tree.objects(clip, "gain"), "sample");
                curves(clip);
            }
        }
    }

    private static void curves(Map<String, Object> clip) {
        for (Map<String, Object> effect : Tree.objects(clip, "effects")) {
            Tree.object(effect, "curves")
                    .forEach((name, curve) -> rising(
                            "The parameter " + name + " of clip " + clip.get("id"),
                            Tree.objects(Tree.object(curve), "keyframes"),
                            "frame"));
        }
    }

    private static void rising(String what, List<Map<String, Object>> points, String key) {
        for (int i = 1; i < points.size(); i++) {
            long before = Tree.number(points.get(i - 1), key);
            long point = Tree.number(points.get(i), key);
            if (point <= before) {
                throw new Refused(what + " must rise in time, but " + point + " follows " + before
                        + "; put the points in order, each time once.");
            }
        }
    }
}
