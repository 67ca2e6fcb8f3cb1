package dev.evergreen.spi.export;

import dev.evergreen.spi.effect.MediaFormat;
import org.osgi.annotation.versioning.ConsumerType;

/** Plans how a film is encoded. It never encodes. */
@ConsumerType
public interface Exporter {
    /**
     * Pure: equal arguments give equal plans.
     *
     * @param source the film's canvas and sound
     * @throws IllegalArgumentException where this exporter cannot serve such a film, saying what would do
     */
    EncodingPlan plan(ExportRequest request, MediaFormat source);
}
