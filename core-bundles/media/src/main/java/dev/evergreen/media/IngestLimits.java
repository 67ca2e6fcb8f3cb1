package dev.evergreen.media;

import java.time.Duration;

/**
 * What is taken at most.
 *
 * @param maxBytes of the file
 * @param maxPixels of one picture
 * @param maxDuration of sound and moving pictures
 * @param maxStreams pictures, sounds and texts that one file may hold side by side
 * @param work for each run of a child process
 */
public record IngestLimits(long maxBytes, long maxPixels, Duration maxDuration, int maxStreams, WorkLimits work) {
    /** 2 GiB, 100 megapixels, 4 hours, 300 streams, as telephones store a photograph in up to 200. */
    public static final IngestLimits DEFAULT =
            new IngestLimits(2L << 30, 100_000_000, Duration.ofHours(4), 300, WorkLimits.DEFAULT);
}
