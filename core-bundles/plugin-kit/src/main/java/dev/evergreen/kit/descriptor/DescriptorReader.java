package dev.evergreen.kit.descriptor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import dev.evergreen.spi.descriptor.PluginKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a descriptor and holds it against the descriptor's schema, its parameters against the JSON Schema meta-schema, and its
 * parameters' defaults against the parameters. Needs Jackson with YAML and the networknt validator on the class path.
 */
public final class DescriptorReader {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private final Schema descriptors;
    private final Schema schemas;
    private final SchemaRegistry registry;

    public DescriptorReader() {
        registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        descriptors = registry.getSchema(DescriptorFiles.schema(), InputFormat.JSON);
        schemas = metaSchema();
    }

    /** The validator reads its meta-schemas through the thread's class loader, which in a bundle is somebody else's. */
    private Schema metaSchema() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SchemaRegistry.class.getClassLoader());
        try {
            Schema schema = registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
            schema.initializeValidators();
            return schema;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * @param file name of the descriptor's file: it must be the id with {@link DescriptorFiles#SUFFIX}
     * @throws DescriptorException naming every field that is wrong
     */
    public Descriptor read(String text, String file) throws DescriptorException {
        JsonNode tree = tree(text, file);
        List<String> problems = new ArrayList<>();
        descriptors.validate(tree).forEach(error -> problems.add(sentence(error)));
        JsonNode parameters = tree.path("parameters");
        if (parameters.isObject()) {
            schemas.validate(parameters).forEach(error -> problems.add("parameters: " + sentence(error)));
        }
        if (problems.isEmpty()) {
            checkDefaults(parameters, problems);
            String id = tree.path("id").asText();
            if (!file.equals(id + DescriptorFiles.SUFFIX)) {
                problems.add("id '" + id + "' belongs in a file " + id + DescriptorFiles.SUFFIX);
            }
        }
        if (!problems.isEmpty()) {
            throw new DescriptorException(file, problems);
        }
        return descriptor(tree);
    }

    private static JsonNode tree(String text, String file) throws DescriptorException {
        try {
            JsonNode tree = YAML.readTree(text);
            if (!tree.isObject()) {
                throw new DescriptorException(file, List.of("it is no YAML object"));
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new DescriptorException(
                    file,
                    List.of("line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": it is no YAML: " + e.getOriginalMessage()));
        }
    }

    private void checkDefaults(JsonNode parameters, List<String> problems) {
        parameters.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue().get("default");
            if (value != null) {
                registry.getSchema(property.getValue())
                        .validate(value)
                        .forEach(error -> problems.add(
                                "parameters." + property.getKey() + ": its default " + value + ": " + sentence(error)));
            }
        });
    }

    private static String sentence(Error error) {
        String place = error.getInstanceLocation().toString();
        return (place.isEmpty() ? "" : place + " ") + error.getMessage();
    }

    private static Descriptor descriptor(JsonNode tree) {
        try {
            return new Descriptor(
                    tree.path("id").asText(),
                    PluginKind.of(tree.path("kind").asText()),
                    tree.path("title").asText(),
                    tree.path("description").asText(),
                    tree.path("version").asText(),
                    texts(tree.path("tags")),
                    texts(tree.path("capabilities")),
                    Optional.ofNullable(tree.get("configuration")).map(JsonNode::asText),
                    Optional.ofNullable(tree.get("preview")).map(JsonNode::asText),
                    JSON.writeValueAsString(tree.path("parameters")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read cannot be written", e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
