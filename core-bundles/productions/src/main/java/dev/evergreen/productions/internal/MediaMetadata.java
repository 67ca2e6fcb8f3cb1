package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.jobs.JobFailedException;
import java.time.Duration;
import java.util.Optional;

/** What taking in a file noted about it, in the asset's metadata. */
final class MediaMetadata {
    private MediaMetadata() {}

    static Duration duration(Asset asset) throws JobFailedException {
        Noted noted = Json.read(asset.metadata(), Noted.class);
        return noted.durationSeconds()
                .filter(seconds -> seconds > 0)
                .map(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
                .orElseThrow(() -> new JobFailedException(
                        "The length of '" + asset.name() + "' is not known; upload the file again.",
                        Optional.empty(),
                        null));
    }

    private record Noted(Optional<Double> durationSeconds) {}
}
