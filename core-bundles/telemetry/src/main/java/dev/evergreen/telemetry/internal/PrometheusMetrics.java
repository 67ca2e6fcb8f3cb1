package dev.evergreen.telemetry.internal;

import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Micrometer's Prometheus registry behind the engine's own small interface, with the virtual machine's figures. */
@Component
public final class PrometheusMetrics implements Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    @Activate
    public PrometheusMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    @Deactivate
    void stop() {
        collections.close();
        registry.close();
    }

    @Override
    public Counter counter(Meter meter) {
        return io.micrometer.core.instrument.Counter.builder(meter.name())
                .description(meter.help())
                .tags(tags(meter))
                .register(registry)::increment;
    }

    @Override
    public Timer timer(Meter meter) {
        return io.micrometer.core.instrument.Timer.builder(meter.name())
                .description(meter.help())
                .tags(tags(meter))
                .register(registry)::record;
    }

    @Override
    public Gauge gauge(Meter meter, DoubleSupplier value) {
        io.micrometer.core.instrument.Gauge gauge = io.micrometer.core.instrument.Gauge.builder(
                        meter.name(), value::getAsDouble)
                .description(meter.help())
                .tags(tags(meter))
                .register(registry);
        return () -> registry.remove(gauge);
    }

    @Override
    public String scrape() {
        return registry.scrape();
    }

    private static List<Tag> tags(Meter meter) {
        return meter.labels().entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList();
    }
}
