package dev.evergreen.media;

import java.time.Duration;

/**
 * What is taken at most.
 *
 * @param maxBytes of the file
 * @param maxPixels of one picture
 * @param maxDuration of sound and moving pictures
 * @param timeout for each run of the child process
 */
public record IngestLimits(long maxBytes, long maxPixels, Duration maxDuration, Duration timeout) {
    /** 2 GiB, 100 megapixels, 4 hours; ten minutes to work on it. */
    public static final IngestLimits DEFAULT =
            new IngestLimits(2L << 30, 100_000_000, Duration.ofHours(4), Duration.ofMinutes(10));
}
