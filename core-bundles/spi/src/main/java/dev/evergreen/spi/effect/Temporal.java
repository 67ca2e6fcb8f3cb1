package dev.evergreen.spi.effect;

/**
 * What of its surroundings an effect must see to draw a frame. The engine renders films in pieces, so what is not named here
 * is not there.
 *
 * @param before earlier frames of the clip, 0 to 16
 * @param after later frames of the clip, 0 to 16
 * @param filmTime whether the outcome depends on where in the film the clip stands; such clips are rendered again when they
 *     move
 */
public record Temporal(int before, int after, boolean filmTime) {
    public static final Temporal NONE = new Temporal(0, 0, false);

    public Temporal {
        if (before < 0 || before > 16 || after < 0 || after > 16) {
            throw new IllegalArgumentException(
                    "An effect sees at most 16 frames before and after, but this wants " + before + " and " + after);
        }
    }
}
