package dev.evergreen.api.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.evergreen.api.internal.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code openapi.yaml} as a test reads it. */
final class Description {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "head", "patch");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An operation with the place where it is served. */
    record Operation(String id, String method, String path, boolean atRoot, JsonNode responses) {
        Routes.Route route() {
            return new Routes.Route(method, path);
        }
    }

    private final JsonNode root;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Description() throws IOException {
        try (InputStream yaml = Description.class.getResourceAsStream("/openapi.yaml")) {
            root = new ObjectMapper(new YAMLFactory()).readTree(yaml);
        }
        root.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    if (METHODS.contains(method.getKey())) {
                        add(path.getKey(), method.getKey(), path.getValue(), method.getValue());
                    }
                }));
    }

    private void add(String path, String method, JsonNode item, JsonNode operation) {
        Operation added = new Operation(
                operation.get("operationId").asText(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                item.has("servers"),
                operation.get("responses"));
        if (operations.put(added.id(), added) != null) {
            throw new AssertionError("two operations are called " + added.id());
        }
    }

    JsonNode root() {
        return root;
    }

    Operation operation(String id) {
        Operation found = operations.get(id);
        if (found == null) {
            throw new AssertionError("openapi.yaml has no operation " + id);
        }
        return found;
    }

    Set<String> ids() {
        return new TreeSet<>(operations.keySet());
    }

    List<Operation> all() {
        return List.copyOf(operations.values());
    }

    /** The documented answer, its reference followed. */
    JsonNode response(Operation operation, int status) {
        JsonNode response = operation.responses().get(String.valueOf(status));
        if (response == null) {
            throw new AssertionError(operation.id() + " answered " + status + ", which openapi.yaml does not list");
        }
        return response.has("$ref") ? root.at(response.get("$ref").asText().substring(1)) : response;
    }

    List<Error> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("$defs", root.at("/components/schemas"));
        return registry.getSchema(definitions(whole)).validate(value);
    }

    private static JsonNode definitions(JsonNode schema) {
        try {
            return JSON.readTree(schema.toString().replace("#/components/schemas/", "#/$defs/"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<Error> problems(String component, JsonNode value) {
        return problems(JSON.createObjectNode().put("$ref", "#/components/schemas/" + component), value);
    }
}
