package dev.evergreen.spi.timeline;

import java.util.Objects;

/**
 * A frame that a person wants to find again. It is not seen in the film.
 *
 * @param id stable over edits, unique among the timeline's markers
 * @param frame on the timeline, from 0
 * @param label may be empty
 */
public record Marker(String id, long frame, String label) {
    public Marker {
        Check.id("A marker", id);
        Check.atLeast("The frame of marker " + id, frame, 0);
        Objects.requireNonNull(label, "The marker " + id + " has a null label; give an empty one");
    }
}
