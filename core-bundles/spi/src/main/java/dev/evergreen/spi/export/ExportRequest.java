package dev.evergreen.spi.export;

import java.util.Map;
import java.util.Objects;

/**
 * What an exporter is asked to plan.
 *
 * @param preset one of the exporter's presets, such as {@code youtube}; empty for its default
 * @param parameters values by the names of the exporter's descriptor
 * @param durationFrames the length of the film, at least 1
 */
public record ExportRequest(String preset, Map<String, Object> parameters, long durationFrames) {
    public ExportRequest {
        Objects.requireNonNull(preset, "The preset may be empty, but must be given");
        parameters = Map.copyOf(parameters);
        if (durationFrames < 1) {
            throw new IllegalArgumentException("A film has at least one frame, but this has " + durationFrames);
        }
    }
}
