package dev.evergreen.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.Map;

/** The documentation of all effects, made of their descriptors. */
final class EffectsPage {
    private static final String PICTURES = "../effect-bundles/effects/src/main/resources/EVG-INF/";

    private EffectsPage() {}

    static String text(Map<String, Object> effects) throws Exception {
        StringBuilder page = new StringBuilder("""
                # Video effects

                Made from the effects' descriptors; `mvn -Devergreen.golden=write test` in `effect-bundles/effects` writes it anew.
                Each effect is a bundle and a feature of its own (`evergreen-effect-<name>`). A number marked with ~ takes keyframes.
                """);
        for (Map.Entry<String, Object> effect : effects.entrySet()) {
            Descriptor descriptor = EffectStage.descriptor(effect.getKey());
            page.append("\n## ").append(descriptor.title()).append("\n\n");
            descriptor
                    .preview()
                    .ifPresent(preview ->
                            page.append("![](").append(PICTURES).append(preview).append(")\n\n"));
            page.append(descriptor.description())
                    .append(" `")
                    .append(descriptor.id())
                    .append("`, ")
                    .append(kind(effect.getValue()))
                    .append(".\n");
            parameters(new JsonMapper().readTree(descriptor.parameters()).path("properties"), page);
        }
        return page.toString();
    }

    private static String kind(Object effect) {
        return effect instanceof VideoEffect
                ? "filters of libavfilter"
                : effect instanceof FrameEffect ? "computes pixels" : "changes time";
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
            page.append(" | ").append(values(schema));
            page.append(" | ").append(schema.path("default").asText());
            page.append(" | ").append(schema.path("title").asText());
            String description = schema.path("description").asText();
            page.append(description.isEmpty() ? "" : ". " + description).append(" |\n");
        });
    }

    private static String values(JsonNode schema) {
        if (schema.has("enum")) {
            StringBuilder values = new StringBuilder();
            schema.get("enum")
                    .forEach(
                            value -> values.append(values.isEmpty() ? "" : ", ").append(value.asText()));
            return values.toString();
        }
        if (schema.has("minimum")) {
            return schema.get("minimum").asText() + " to "
                    + schema.get("maximum").asText();
        }
        return schema.path("pattern").asText().startsWith("^#")
                ? "#rrggbb"
                : schema.path("type").asText();
    }
}
