package dev.evergreen.spi.provider;

import dev.evergreen.spi.script.ShotDescription;
import java.time.Duration;
import java.util.Optional;

/**
 * @param shot what is to be seen
 * @param start first frame, empty for text to video
 * @param width in pixels
 * @param height in pixels
 * @param duration wanted length
 * @param seed as in {@link ImageRequest}
 */
public record VideoRequest(
        ShotDescription shot, Optional<MediaFile> start, int width, int height, Duration duration, long seed)
        implements Request<VideoResult> {}
