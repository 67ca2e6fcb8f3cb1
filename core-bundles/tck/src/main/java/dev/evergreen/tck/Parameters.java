package dev.evergreen.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.kit.descriptor.DescriptorReader;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parameter sets to try, from a plugin's descriptor: none, all defaults, and each parameter at its extremes. */
public final class Parameters {
    private static final JsonMapper JSON = new JsonMapper();

    private Parameters() {}

    public static List<Map<String, Object>> toTry(String pluginId) {
        List<Map<String, Object>> sets = new ArrayList<>();
        sets.add(Map.of());
        Map<String, Object> defaults = new HashMap<>();
        JsonNode properties = properties(pluginId);
        properties.properties().forEach(property -> {
            if (property.getValue().has("default")) {
                defaults.put(property.getKey(), value(property.getValue().get("default")));
            }
        });
        sets.add(defaults);
        properties.properties().forEach(property -> {
            for (Object extreme : extremes(property.getValue())) {
                Map<String, Object> set = new HashMap<>(defaults);
                set.put(property.getKey(), extreme);
                sets.add(set);
            }
        });
        return sets;
    }

    private static List<Object> extremes(JsonNode schema) {
        List<Object> extremes = new ArrayList<>();
        if (schema.has("enum")) {
            schema.get("enum").forEach(item -> extremes.add(value(item)));
        }
        for (String bound : List.of("minimum", "maximum")) {
            if (schema.has(bound)) {
                extremes.add(value(schema.get(bound)));
            }
        }
        return extremes;
    }

    private static Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.asText();
    }

    private static JsonNode properties(String pluginId) {
        String name = pluginId + DescriptorFiles.SUFFIX;
        try (InputStream file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream(DescriptorFiles.FOLDER + "/" + name)) {
            if (file == null) {
                throw new AssertionError("no descriptor " + DescriptorFiles.FOLDER + "/" + name + " on the class path");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Descriptor descriptor = new DescriptorReader().read(text, name);
            return JSON.readTree(descriptor.parameters()).path("properties");
        } catch (IOException | DescriptorException e) {
            throw new AssertionError("the descriptor of " + pluginId + " cannot be read", e);
        }
    }
}
