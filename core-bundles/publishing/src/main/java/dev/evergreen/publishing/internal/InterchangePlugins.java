package dev.evergreen.publishing.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.export.InterchangeExporter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The interchange exporters that are there, by their plugin ids. Thread-safe. */
@Component(service = InterchangePlugins.class)
public final class InterchangePlugins {
    private final Map<String, InterchangeExporter> plugins = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addExporter(InterchangeExporter plugin, Map<String, Object> properties) {
        plugins.put(id(properties), plugin);
    }

    void removeExporter(InterchangeExporter plugin, Map<String, Object> properties) {
        plugins.remove(id(properties), plugin);
    }

    private static String id(Map<String, Object> properties) {
        return String.valueOf(properties.get(EffectPlugin.ID));
    }

    Optional<InterchangeExporter> find(String id) {
        return Optional.ofNullable(plugins.get(id));
    }
}
