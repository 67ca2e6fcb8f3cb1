package dev.evergreen.publishing.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.timeline.Aspect;
import dev.evergreen.domain.timeline.Layouts;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.Map;

/** Words an order for the exporter. */
final class Planning {
    private Planning() {}

    /**
     * The timeline as it is to be rendered.
     *
     * @param aspect such as {@code 9:16}; empty for the timeline's own
     */
    static TimelineSnapshot timeline(TimelineSnapshot timeline, String aspect) {
        if (aspect.isEmpty()) {
            return Layouts.own(timeline);
        }
        Aspect wanted = Aspect.of(aspect)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.INVALID,
                        "aspect",
                        "The aspect '" + aspect + "' is not known; choose 16:9, 9:16, 1:1 or 4:5."));
        return Layouts.derive(timeline, wanted);
    }

    static ExportRequest request(String preset, Map<String, Object> parameters, TimelineSnapshot timeline) {
        return new ExportRequest(preset, parameters, Math.max(1, timeline.durationFrames()));
    }
}
