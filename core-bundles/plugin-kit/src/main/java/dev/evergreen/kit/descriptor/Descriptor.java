package dev.evergreen.kit.descriptor;

import dev.evergreen.spi.descriptor.PluginKind;
import java.util.List;
import java.util.Optional;

/**
 * A valid descriptor.
 *
 * @param capabilities simple names of service interfaces; empty for what is no provider
 * @param configuration factory PID for accounts
 * @param preview file name of a picture beside the descriptor
 * @param parameters JSON Schema 2020-12, as JSON text
 */
public record Descriptor(
        String id,
        PluginKind kind,
        String title,
        String description,
        String version,
        List<String> tags,
        List<String> capabilities,
        Optional<String> configuration,
        Optional<String> preview,
        String parameters) {
    public Descriptor {
        tags = List.copyOf(tags);
        capabilities = List.copyOf(capabilities);
    }
}
