package dev.evergreen.productions.internal;

import java.time.Duration;

/** A provider would serve the step, but later than a thread waits; the step ends for now and is called again at its turn. */
final class TurnNotYet extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration after;

    /** @param after until its turn, zero or more */
    TurnNotYet(String message, Duration after, Throwable cause) {
        super(message, cause);
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
