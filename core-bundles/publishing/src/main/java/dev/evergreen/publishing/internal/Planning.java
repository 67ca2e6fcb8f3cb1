package dev.evergreen.publishing.internal;

import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.Map;

/** Words an order for the exporter. */
final class Planning {
    private Planning() {}

    static ExportRequest request(String preset, Map<String, Object> parameters, TimelineSnapshot timeline) {
        return new ExportRequest(preset, parameters, Math.max(1, timeline.durationFrames()));
    }
}
