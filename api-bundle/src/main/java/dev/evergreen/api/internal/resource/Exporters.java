package dev.evergreen.api.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.ApiJson;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.plugins.PluginDescriptor;
import dev.evergreen.plugins.PluginSet;
import dev.evergreen.spi.descriptor.PluginKind;
import java.util.ArrayList;
import java.util.List;

/** The exporters that are there, as their descriptors tell: a parameter {@code preset} enumerates the presets. */
final class Exporters {
    /** For orders that name neither an exporter nor a preset. */
    private static final String DEFAULT = "evergreen.mp4";

    private Exporters() {}

    /** @param id plugin id */
    record Exporter(String id, String title, List<String> presets) {}

    static List<Exporter> all(Exchange exchange) {
        return exchange.engine().find(PluginSet.class).map(PluginSet::list).orElse(List.of()).stream()
                .filter(plugin -> plugin.state().equals("active"))
                .flatMap(plugin -> plugin.descriptors().stream())
                .filter(descriptor ->
                        descriptor.kind() == PluginKind.EXPORTER || descriptor.kind() == PluginKind.INTERCHANGE)
                .map(Exporters::exporter)
                .toList();
    }

    static Exporter withPreset(Exchange exchange, String preset) {
        List<Exporter> all = all(exchange);
        return all.stream()
                .filter(exporter -> preset.isEmpty()
                        ? exporter.id().equals(DEFAULT)
                        : exporter.presets().contains(preset))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.INVALID,
                        "preset",
                        "No exporter has the preset '" + preset + "'; choose one of "
                                + all.stream()
                                        .flatMap(exporter -> exporter.presets().stream())
                                        .toList()
                                + ", or name the exporter."));
    }

    private static Exporter exporter(PluginDescriptor descriptor) {
        JsonNode preset =
                ApiJson.tree(descriptor.parameters()).path("properties").path("preset");
        List<String> presets = new ArrayList<>();
        preset.path("enum").forEach(word -> presets.add(word.asText()));
        preset.path("oneOf").forEach(choice -> presets.add(choice.path("const").asText()));
        return new Exporter(descriptor.id(), descriptor.title(), presets);
    }
}
