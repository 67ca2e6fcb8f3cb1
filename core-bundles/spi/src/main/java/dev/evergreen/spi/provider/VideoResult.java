package dev.evergreen.spi.provider;

import java.time.Duration;

/**
 * @param video the clip
 * @param duration its length
 */
public record VideoResult(MediaFile video, Duration duration) implements Result {}
