package dev.evergreen.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A finished film.
 *
 * @param film its path
 * @param sideFiles what was written beside it
 * @param frames its length
 * @param duration its length
 * @param segmentsRendered pieces drawn now
 * @param segmentsReused pieces that an earlier film, or an earlier attempt at this one, had left
 * @param soundReused whether the mastered sound was left by an earlier one
 * @param loudness of the sound as it was given to the encoder
 */
public record RenderResult(
        Path film,
        List<Path> sideFiles,
        long frames,
        Duration duration,
        int segmentsRendered,
        int segmentsReused,
        boolean soundReused,
        Loudness loudness) {
    public RenderResult {
        sideFiles = List.copyOf(sideFiles);
    }
}
