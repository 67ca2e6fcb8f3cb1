package dev.evergreen.spi.export;

import dev.evergreen.spi.timeline.TimelineSnapshot;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes a timeline down for another program. */
@ConsumerType
public interface InterchangeExporter {
    /** Pure: equal timelines give equal files. */
    Interchange write(TimelineSnapshot timeline);
}
