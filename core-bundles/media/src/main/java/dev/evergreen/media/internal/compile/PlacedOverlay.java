package dev.evergreen.media.internal.compile;

/**
 * A clip on a track above the lowest.
 *
 * @param from its first frame in the segment
 * @param to the first frame after it
 * @param clip what is shown
 */
public record PlacedOverlay(int from, int to, PlacedClip clip) {}
