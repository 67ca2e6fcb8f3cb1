package dev.evergreen.launcher;

/** The command was interrupted, and everything about it has been said. */
final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Interrupted(Throwable cause) {
        super(cause);
    }
}
