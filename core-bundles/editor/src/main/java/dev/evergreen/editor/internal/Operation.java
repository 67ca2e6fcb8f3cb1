package dev.evergreen.editor.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every command comes down to: one small change that knows what it found, so that it can be undone exactly, and so that it can tell
 * when somebody else has changed the same.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Operation.Set.class, name = "set"),
    @JsonSubTypes.Type(value = Operation.Insert.class, name = "insert"),
    @JsonSubTypes.Type(value = Operation.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = Operation.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Operation.Ripple.class, name = "ripple"),
    @JsonSubTypes.Type(value = Operation.InsertTrack.class, name = "insert-track"),
    @JsonSubTypes.Type(value = Operation.RemoveTrack.class, name = "remove-track"),
    @JsonSubTypes.Type(value = Operation.MoveTrack.class, name = "move-track")
})
sealed interface Operation {
    Operation inverse();

    /** @return the inverses, last first */
    static List<Operation> inverse(List<Operation> operations) {
        List<Operation> inverse =
                new ArrayList<>(operations.stream().map(Operation::inverse).toList());
        Collections.reverse(inverse);
        return inverse;
    }

    /** @param list for JSON, which needs the element's type */
    record Listed(List<Operation> list) {}

    /**
     * Another value of a property.
     *
     * @param id of a clip or a track; empty for the timeline
     */
    record Set(
            String id,
            String property,
            @Nullable Object from,
            @Nullable Object to) implements Operation {
        @Override
        public Operation inverse() {
            return new Set(id, property, to, from);
        }
    }

    /** @param before among clips of one start, the clip that follows; null for the last of them */
    record Insert(
            String track,
            Map<String, Object> clip,
            @Nullable String before) implements Operation {
        @Override
        public Operation inverse() {
            return new Remove(track, clip, before);
        }
    }

    record Remove(
            String track,
            Map<String, Object> clip,
            @Nullable String before) implements Operation {
        @Override
        public Operation inverse() {
            return new Insert(track, clip, before);
        }
    }

    /** @param start in the unit of the track: frames or samples */
    record Place(String track, long start, @Nullable String before) {}

    record Move(String id, Place from, Place to) implements Operation {
        @Override
        public Operation inverse() {
            return new Move(id, to, from);
        }
    }

    /** All clips of these tracks that start there or later move, sounds by samples, all others by frames. */
    record Ripple(List<String> tracks, long fromFrame, long frames, long fromSample, long samples)
            implements Operation {
        @Override
        public Operation inverse() {
            return new Ripple(tracks, fromFrame + frames, -frames, fromSample + samples, -samples);
        }

        boolean concerns(String track) {
            return tracks.contains(track);
        }
    }

    /** @param kind visual, caption or audio */
    record InsertTrack(String kind, int index, Map<String, Object> track) implements Operation {
        @Override
        public Operation inverse() {
            return new RemoveTrack(kind, index, track);
        }
    }

    record RemoveTrack(String kind, int index, Map<String, Object> track) implements Operation {
        @Override
        public Operation inverse() {
            return new InsertTrack(kind, index, track);
        }
    }

    record MoveTrack(String kind, String id, int from, int to) implements Operation {
        @Override
        public Operation inverse() {
            return new MoveTrack(kind, id, to, from);
        }
    }
}
