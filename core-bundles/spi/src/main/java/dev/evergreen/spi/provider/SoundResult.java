package dev.evergreen.spi.provider;

import java.time.Duration;

/**
 * @param audio the sound
 * @param duration its length
 */
public record SoundResult(MediaFile audio, Duration duration) implements Result {}
