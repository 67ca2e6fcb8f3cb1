package dev.evergreen.media;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Media work that failed. The message names the thing, the value and the way out. */
public final class MediaException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Who must act. */
    public enum Kind {
        /** The file is missing, empty, truncated beyond use, or no media at all. The caller gives another one. */
        UNREADABLE,
        /** The file is media, but of a kind that the engine does not take. The caller converts it. */
        UNSUPPORTED,
        /** The file exceeds a limit: bytes, pixels, duration. The caller gives a smaller one. */
        TOO_LARGE,
        /** The timeline cannot be drawn as it is: a missing blob, a letter that no font has, an impossible value. */
        INVALID_TIMELINE,
        /** An effect, transition or exporter that the timeline names is not installed. */
        MISSING_PLUGIN,
        /** A plugin threw or returned what it may not. */
        PLUGIN_FAILED,
        /** The listener or an interrupt asked to stop. */
        CANCELLED,
        /** A child process did not finish in its time. */
        TIMEOUT,
        /** The disk is full or a folder cannot be written. */
        STORAGE,
        /** The engine itself failed. */
        ENGINE
    }

    private final Kind kind;

    public MediaException(Kind kind, String message) {
        this(kind, message, null);
    }

    public MediaException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** As refused input; {@code field} names what carried the media. */
    public ProblemException asProblem(String field) {
        Problem.Kind problem = switch (kind) {
            case UNREADABLE, UNSUPPORTED -> Problem.Kind.UNSUPPORTED_MEDIA;
            case TOO_LARGE, TIMEOUT -> Problem.Kind.TOO_LARGE;
            case STORAGE -> Problem.Kind.EXHAUSTED;
            case INVALID_TIMELINE, MISSING_PLUGIN, PLUGIN_FAILED, CANCELLED, ENGINE -> Problem.Kind.UNAVAILABLE;
        };
        return new ProblemException(List.of(new Problem(problem, field, String.valueOf(getMessage()))), this);
    }
}
