package dev.evergreen.launcher;

/** Ends a command with one clear line for the person who typed it. */
class Failure extends RuntimeException {
    /** The engine or the machine failed. */
    static final int ENGINE = 1;
    /** The command or what it was given cannot be meant. */
    static final int USAGE = 2;
    /** A tool that Evergreen needs is missing or too old. */
    static final int ENVIRONMENT = 3;
    /** A folder or file cannot be read or written. */
    static final int FILES = 4;
    /** No node answers, or another one is in the way. */
    static final int NODE = 5;
    /** The production failed or was cancelled. */
    static final int PRODUCTION = 6;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    Failure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
