package dev.evergreen.spi.provider;

/**
 * A probe's answer.
 *
 * @param state what the probe found
 * @param message one sentence for an operator
 */
public record Health(State state, String message) {
    /** {@code DEGRADED} still serves; {@code DOWN} does not. */
    public enum State {
        UP,
        DEGRADED,
        DOWN
    }
}
