package dev.evergreen.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.evergreen.domain.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Holds request bodies against the schemas of the API's own description, so that both say the same. */
public final class RequestSchemas {
    private static final int SHOWN_OF_A_VALUE = 60;
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** Read with the first body, not at the server's start. */
    private final Map<String, JsonNode> definitions = new ConcurrentHashMap<>();

    /**
     * @param name of a component schema
     * @return one problem for each field that is wrong
     */
    public List<Problem> problems(String name, JsonNode body) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (Error error : schemas.computeIfAbsent(name, this::schema).validate(body)) {
            String field = field(error);
            problems.putIfAbsent(field, new Problem(Problem.Kind.INVALID, field, message(field, error)));
        }
        return List.copyOf(problems.values());
    }

    private Schema schema(String name) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$ref", "#/$defs/" + name);
        root.set("$defs", definitions.computeIfAbsent("", key -> definitions()));
        return registry.getSchema(root);
    }

    /** The description's schemas, under the name that JSON Schema has for such a collection. */
    private static JsonNode definitions() {
        try (InputStream description = RequestSchemas.class.getResourceAsStream("/openapi.yaml")) {
            String schemas = YAML.readTree(Objects.requireNonNull(description))
                    .at("/components/schemas")
                    .toString();
            return JSON.readTree(schemas.replace("#/components/schemas/", "#/$defs/"));
        } catch (IOException e) {
            throw new UncheckedIOException("The API's description cannot be read from its bundle", e);
        }
    }

    /** The place as people write it: {@code commands[0].text}. */
    private static String field(Error error) {
        StringBuilder field = new StringBuilder();
        var location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            append(field, location.getElement(i));
        }
        if (error.getProperty() != null) {
            append(field, error.getProperty());
        }
        return field.toString();
    }

    private static void append(StringBuilder field, Object element) {
        if (element instanceof Integer index) {
            field.append('[').append(index).append(']');
        } else {
            field.append(field.isEmpty() ? "" : ".").append(element);
        }
    }

    private static String message(String field, Error error) {
        String name = field.isEmpty() ? "The request body" : field;
        JsonNode value = error.getInstanceNode();
        boolean shown = value != null && value.isValueNode();
        String found = shown ? " is " + shortened(value.toString()) + ", which" : "";
        return switch (error.getKeyword()) {
            case "required" -> name + " is missing; the call needs it.";
            case "unevaluatedProperties", "additionalProperties" ->
                name + " is not known here; leave it out, or correct its spelling.";
            case "enum" -> name + found + " is not one of " + error.getSchemaNode() + ".";
            default -> name + found + " is refused: " + error.getMessage() + ".";
        };
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN_OF_A_VALUE ? value : value.substring(0, SHOWN_OF_A_VALUE) + "…";
    }
}
