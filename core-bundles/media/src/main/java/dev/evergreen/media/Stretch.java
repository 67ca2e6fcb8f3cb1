package dev.evergreen.media;

import java.time.Duration;

/**
 * A part of a film.
 *
 * @param kind what is remarkable about it
 * @param start from the film's start
 * @param end from the film's start
 */
public record Stretch(Kind kind, Duration start, Duration end) {
    /** What is remarkable. */
    public enum Kind {
        /** Almost all of the picture is black, half a second or longer. */
        BLACK,
        /** Nothing moves, two seconds or longer. */
        FROZEN,
        /** Below -60 dB, two seconds or longer. */
        SILENT,
        /** The decoded sound reaches full scale. */
        CLIPPED
    }
}
