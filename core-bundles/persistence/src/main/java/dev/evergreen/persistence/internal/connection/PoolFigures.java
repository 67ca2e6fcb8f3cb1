package dev.evergreen.persistence.internal.connection;

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

/** Shows whether the pool of connections is large enough, where figures are kept. */
@Component(
        service = {},
        immediate = true)
public final class PoolFigures {
    private final List<Metrics.Gauge> gauges;

    @Activate
    public PoolFigures(
            @Reference OpenDatabase database,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Metrics metrics) {
        gauges = metrics == null
                ? List.of()
                : List.of(
                        metrics.gauge(
                                Meter.of(
                                        "evergreen_database_connections_active", "Connections to the database at work"),
                                database::activeConnections),
                        metrics.gauge(
                                Meter.of("evergreen_database_connections_waiting", "Threads waiting for a connection"),
                                database::waitingThreads));
    }

    @Deactivate
    void close() {
        gauges.forEach(Metrics.Gauge::close);
    }
}
