package dev.evergreen.publishing;

import java.util.Map;
import java.util.UUID;

/**
 * A file that is wanted.
 *
 * @param exporter plugin id of the exporter
 * @param preset one of its presets; empty for its default
 * @param aspect the film's proportions, such as {@code 9:16}; empty for the timeline's own
 * @param parameters values by the names of the exporter's descriptor
 */
public record ExportOrder(
        UUID projectId, String exporter, String preset, String aspect, Map<String, Object> parameters) {
    public ExportOrder {
        parameters = Map.copyOf(parameters);
    }
}
