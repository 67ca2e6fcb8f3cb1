package dev.evergreen.editor.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Rebuilds tracks around the one clip that a command names.
 *
 * @param <T> the tracks' type
 */
final class Changed<T> {
    private final String clipId;
    private final String what;
    private final List<T> tracks = new ArrayList<>();
    private boolean found;

    /** @param what what the clip should be, for the refusal */
    Changed(String clipId, String what) {
        this.clipId = clipId;
        this.what = what;
    }

    <C> List<C> each(List<C> clips, Function<C, String> id, UnaryOperator<C> change) {
        List<C> changed = new ArrayList<>();
        for (C clip : clips) {
            boolean wanted = id.apply(clip).equals(clipId);
            found |= wanted;
            changed.add(wanted ? change.apply(clip) : clip);
        }
        return changed;
    }

    void add(T track) {
        tracks.add(track);
    }

    /** @throws IllegalArgumentException when no track had the clip */
    List<T> result() {
        if (!found) {
            throw new IllegalArgumentException(
                    "The timeline has no " + what + " with the id " + clipId + "; read the timeline for the ids.");
        }
        return tracks;
    }
}
