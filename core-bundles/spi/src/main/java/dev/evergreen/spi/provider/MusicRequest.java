package dev.evergreen.spi.provider;

import java.time.Duration;

/**
 * @param mood one word, for example {@code calm}
 * @param style for example {@code piano}; empty for the provider's own
 * @param duration exact length wanted, to the millisecond, with a beginning and an ending
 * @param seed the same request with the same seed gives the same music where the offer can
 */
public record MusicRequest(String mood, String style, Duration duration, long seed) implements Request<SoundResult> {
    public MusicRequest {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("music duration " + duration + " is not positive");
        }
    }
}
