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
        return exchange.engine().find(PluginSet.class).map(Exporters::of).orElse(List.of());
    }

    private static List<Exporter> of(PluginSet plugins) {
        return plugins.list().stream()
                .filter(plugin -> plugin.state().equals("active"))
                .flatMap(plugin -> plugin.descriptors().stream())
                .filter(descriptor ->
                        descriptor.kind() == PluginKind.EXPORTER || descriptor.kind() == PluginKind.INTERCHANGE)
                .map(Exporters::exporter)
                .toList();
    }

    /**
     * The id of the exporter with a preset.
     *
     * @param preset may be empty
     */
    static String withPreset(Exchange exchange, String preset) {
        if (preset.isEmpty()) {
            return DEFAULT;
        }
        List<Exporter> all = of(exchange.part(PluginSet.class));
        return all.stream()
                .filter(exporter -> exporter.presets().contains(preset))
                .findFirst()
                .map(Exporter::id)
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
