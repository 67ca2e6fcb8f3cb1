package dev.evergreen.plugins;

import dev.evergreen.spi.descriptor.PluginKind;
import java.util.List;

/**
 * A parsed descriptor; see {@link dev.evergreen.spi.descriptor.DescriptorFiles}.
 *
 * @param capabilities simple names of the service interfaces; empty for effects
 * @param parameters JSON Schema 2020-12 of its parameters, as JSON text
 */
public record PluginDescriptor(
        String id,
        PluginKind kind,
        String title,
        String description,
        String version,
        List<String> tags,
        List<String> capabilities,
        String parameters) {
    public PluginDescriptor {
        tags = List.copyOf(tags);
        capabilities = List.copyOf(capabilities);
    }
}
