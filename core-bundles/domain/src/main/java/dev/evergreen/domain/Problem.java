package dev.evergreen.domain;

/**
 * Something a caller can act on.
 *
 * @param kind who must act and how an answer is worded
 * @param field the thing that is wrong, for example a request field or {@code script:12:3}; empty for none
 * @param message one sentence that names the thing, the value and the way out
 */
public record Problem(Kind kind, String field, String message) {
    /** What sort of problem; the HTTP API maps each to one status. */
    public enum Kind {
        /** The request cannot be meant; correct it. */
        INVALID,
        /** There is no such thing, or the person may not see it. */
        NOT_FOUND,
        /** The person may not do that. */
        FORBIDDEN,
        /** Somebody changed it meanwhile, or its state does not allow it. */
        CONFLICT,
        /** Too large for the configured limit. */
        TOO_LARGE,
        /** Not this kind of file. */
        UNSUPPORTED_MEDIA,
        /** Money or storage is used up. */
        EXHAUSTED,
        /** A part of the engine is not there now; try later. */
        UNAVAILABLE
    }
}
