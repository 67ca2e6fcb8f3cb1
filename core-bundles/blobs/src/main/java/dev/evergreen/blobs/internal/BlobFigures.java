package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows how full the blob store is, where figures are kept. */
@Component(
        service = {},
        immediate = true)
public final class BlobFigures {
    private final List<Metrics.Gauge> gauges;

    @Activate
    public BlobFigures(
            @Reference BlobStore blobs,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Metrics metrics) {
        gauges = metrics == null
                ? List.of()
                : List.of(
                        metrics.gauge(
                                Meter.of("evergreen_blobs_stored_bytes", "What all blobs hold"),
                                () -> blobs.usage().stored()),
                        metrics.gauge(
                                Meter.of(
                                        "evergreen_blobs_evictable_bytes",
                                        "The part of the blobs that can be made again"),
                                () -> blobs.usage().evictable()),
                        metrics.gauge(
                                Meter.of("evergreen_blobs_free_bytes", "What the device of the blobs still takes"),
                                () -> blobs.usage().free()));
    }

    @Deactivate
    void close() {
        gauges.forEach(Metrics.Gauge::close);
    }
}
