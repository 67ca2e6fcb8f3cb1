package dev.evergreen.contract.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.tck.PluginPage;
import dev.evergreen.tck.PluginProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** A vendor's page of documentation, made of its descriptor: its settings, and its models with prices, limits and options. */
public final class ProviderPage {
    private static final JsonMapper JSON = new JsonMapper();

    private ProviderPage() {}

    /**
     * Holds {@code docs/providers/<id>.md} against the descriptor; with {@code -Devergreen.golden=write} it is written anew.
     *
     * @param folder the documentation's folder for providers
     * @param notes what else an operator must know, in Markdown; may be empty
     */
    public static void compare(Path folder, String notes) throws IOException, DescriptorException {
        for (Descriptor descriptor :
                new PluginProject(Path.of("")).descriptors().values()) {
            PluginPage.compare(
                    folder.resolve(descriptor.id() + ".md"),
                    introduction(descriptor, notes),
                    "",
                    List.of(descriptor),
                    unused -> "");
        }
    }

    private static String introduction(Descriptor descriptor, String notes) throws JsonProcessingException {
        StringBuilder page = new StringBuilder("# " + descriptor.title() + ": models and settings\n\n");
        page.append("Made from the plugin's descriptor; `mvn -Devergreen.golden=write test` in `provider-bundles/")
                .append(descriptor.id())
                .append(
                        "` writes it anew.\nAn account is added in the studio or over the API; the prices and limits are what")
                .append(
                        " was known at the date and are\nchanged, like the list of models, by the account's setting `models`,")
                .append(" at once and without a new version. See [how](README.md).\n");
        if (!notes.isBlank()) {
            page.append('\n').append(notes.strip()).append('\n');
        }
        JsonNode models = JSON.readTree(descriptor.parameters()).at("/properties/models");
        if (!models.path("default").isEmpty()) {
            page.append("\n## Models as of ")
                    .append(models.path("x-as-of").asText())
                    .append("\n\n");
            page.append("| Model | Serves | Tier | Prices | Limits | Options |\n|---|---|---|---|---|---|\n");
            models.path("default").forEach(model -> row(model, page));
        }
        return page.toString();
    }

    private static void row(JsonNode model, StringBuilder page) {
        StringJoiner serves = new StringJoiner(", ");
        model.path("capabilities").forEach(capability -> serves.add(capability.asText()));
        page.append("| `").append(model.path("id").asText()).append("` | ").append(serves);
        page.append(" | ").append(model.path("tier").asText("standard"));
        page.append(" | ").append(fields(model.path("prices"), "set them"));
        page.append(" | ").append(fields(model.path("limits"), ""));
        page.append(" | ").append(fields(model.path("options"), "")).append(" |\n");
    }

    private static String fields(JsonNode object, String none) {
        StringJoiner fields = new StringJoiner("; ");
        object.properties()
                .forEach(field -> fields.add(
                        field.getKey() + " " + field.getValue().asText().replace(",", ", ")));
        return fields.length() == 0 ? none : fields.toString();
    }
}
