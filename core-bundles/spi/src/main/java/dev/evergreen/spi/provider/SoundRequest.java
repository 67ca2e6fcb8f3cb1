package dev.evergreen.spi.provider;

import java.time.Duration;

/**
 * @param description the sound in words
 * @param duration wanted length
 * @param seed as in {@link MusicRequest}
 */
public record SoundRequest(String description, Duration duration, long seed) implements Request<SoundResult> {}
