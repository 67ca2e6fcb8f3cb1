package dev.evergreen.api.internal.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.ApiJson;
import dev.evergreen.plugins.PluginDescriptor;
import dev.evergreen.plugins.PluginView;
import java.util.List;
import java.util.Map;

/** A plugin bundle. */
public record PluginJson(
        String symbolicName,
        String version,
        boolean bundled,
        String state,
        String error,
        boolean canRollBack,
        List<Descriptor> descriptors,
        Map<String, String> links) {
    public static PluginJson of(PluginView plugin) {
        String self = Links.plugin(plugin.symbolicName());
        Links links = Links.self(self);
        if (plugin.canRollBack()) {
            links.and("rollback", self + "/rollback");
        }
        if (plugin.bundled() && plugin.state().equals("disabled")) {
            links.and("enable", self + "/enable");
        }
        return new PluginJson(
                plugin.symbolicName(),
                plugin.version(),
                plugin.bundled(),
                plugin.state(),
                plugin.error(),
                plugin.canRollBack(),
                plugin.descriptors().stream().map(Descriptor::of).toList(),
                links.map());
    }

    /** What the plugin offers. */
    public record Descriptor(
            String id,
            String kind,
            String title,
            String description,
            String version,
            List<String> tags,
            List<String> capabilities,
            JsonNode parameters) {
        static Descriptor of(PluginDescriptor descriptor) {
            return new Descriptor(
                    descriptor.id(),
                    descriptor.kind().word(),
                    descriptor.title(),
                    descriptor.description(),
                    descriptor.version(),
                    descriptor.tags(),
                    descriptor.capabilities(),
                    ApiJson.tree(descriptor.parameters()));
        }
    }
}
