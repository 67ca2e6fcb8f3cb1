package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.kit.descriptor.Descriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.StringJoiner;
import java.util.function.Function;

/** A page of documentation made of descriptors: a section each, with its preview and a table of its parameters. */
public final class PluginPage {
    private static final JsonMapper JSON = new JsonMapper();

    private PluginPage() {}

    /**
     * Holds a page against the descriptors of today; with {@code -Devergreen.golden=write} it is written anew.
     *
     * @param introduction the page's heading and what stands below it
     * @param pictures the folder of the previews, as seen from the page
     * @param remark what to say behind a plugin's id, such as "computes pixels"; may be empty
     */
    public static void compare(
            Path page,
            String introduction,
            String pictures,
            Collection<Descriptor> descriptors,
            Function<Descriptor, String> remark)
            throws IOException {
        StringBuilder text = new StringBuilder(introduction);
        for (Descriptor descriptor : descriptors) {
            section(descriptor, pictures, remark.apply(descriptor), text);
        }
        if ("write".equals(System.getProperty("evergreen.golden"))) {
            Files.writeString(page, text);
        }
        assertEquals(
                text.toString(),
                Files.readString(page),
                page + " is not what the descriptors say; run the tests with -Devergreen.golden=write");
    }

    private static void section(Descriptor descriptor, String pictures, String remark, StringBuilder page)
            throws JsonProcessingException {
        page.append("\n## ").append(descriptor.title()).append("\n\n");
        descriptor
                .preview()
                .ifPresent(preview -> page.append("![](")
                        .append(pictures)
                        .append('/')
                        .append(preview)
                        .append(")\n\n"));
        page.append(descriptor.description())
                .append(" `")
                .append(descriptor.id())
                .append('`')
                .append(remark.isEmpty() ? "" : ", " + remark)
                .append(".\n");
        parameters(JSON.readTree(descriptor.parameters()).path("properties"), page);
    }

    private static void parameters(JsonNode properties, StringBuilder page) {
        if (properties.isEmpty()) {
            return;
        }
        page.append("\n| Parameter | Values | Default | |\n|---|---|---|---|\n");
        properties.properties().forEach(property -> {
            JsonNode schema = property.getValue();
            page.append("| `").append(property.getKey()).append('`');
            page.append(schema.path("x-animatable").asBoolean() ? " ~" : "");
            page.append(" | ").append(values(schema)).append(unit(schema));
            page.append(" | ").append(schema.path("default").asText());
            page.append(" | ").append(schema.path("title").asText());
            String description = schema.path("description").asText();
            page.append(description.isEmpty() ? "" : ". " + description).append(" |\n");
        });
    }

    private static String values(JsonNode schema) {
        if (schema.has("enum")) {
            StringJoiner values = new StringJoiner(", ");
            schema.get("enum").forEach(value -> values.add(value.asText()));
            return values.toString();
        }
        if (schema.has("minimum") && schema.has("maximum")) {
            return schema.get("minimum").asText() + " to "
                    + schema.get("maximum").asText();
        }
        return schema.path("pattern").asText().startsWith("^#")
                ? "#rrggbb"
                : schema.path("type").asText();
    }

    private static String unit(JsonNode schema) {
        String unit = schema.path("x-unit").asText();
        return unit.isEmpty() ? "" : " " + unit;
    }
}
