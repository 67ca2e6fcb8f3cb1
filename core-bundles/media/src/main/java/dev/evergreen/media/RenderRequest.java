package dev.evergreen.media;

import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A film to make.
 *
 * @param timeline what it shows; at least one frame long
 * @param encoding how it is encoded; {@link Renderer#plan} gives one
 * @param output the film's path; replaced at once when all is done, untouched before. Side files are written beside it.
 */
public record RenderRequest(TimelineSnapshot timeline, EncodingPlan encoding, Path output) {
    public RenderRequest {
        Objects.requireNonNull(timeline, "A render request has no timeline");
        Objects.requireNonNull(encoding, "A render request has no encoding");
        Objects.requireNonNull(output, "A render request has no output");
    }
}
