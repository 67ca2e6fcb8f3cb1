package dev.evergreen.plugins.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.plugin.SecretStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;

/** Holds an account's settings against its plugin's schema, and moves what is secret out of them. */
final class AccountSettings {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private AccountSettings() {}

    /** @throws ProblemException INVALID with one problem for each setting that the schema refuses */
    static void check(String settings, String schema) {
        List<Problem> problems = new ArrayList<>();
        SCHEMAS.getSchema(schema, InputFormat.JSON)
                .validate(settings, InputFormat.JSON)
                .forEach(error -> problems.add(new Problem(
                        Problem.Kind.INVALID,
                        "settings" + error.getInstanceLocation(),
                        "The setting " + error.getInstanceLocation() + ": " + error.getMessage() + ".")));
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
    }

    /** Values that the schema marks {@code writeOnly} become references. */
    static String withoutSecrets(String settings, String schema, SecretStore secrets) {
        ObjectNode tree = (ObjectNode) tree(settings);
        tree(schema).path("properties").properties().forEach(property -> {
            JsonNode value = tree.get(property.getKey());
            boolean secret = property.getValue().path("writeOnly").asBoolean();
            if (secret && value != null && !isReference(value.asText())) {
                tree.put(property.getKey(), secrets.put(value.asText()));
            }
        });
        return tree.toString();
    }

    private static boolean isReference(String value) {
        return value.isEmpty() || value.startsWith("env:") || value.startsWith("file:") || value.startsWith("secret:");
    }

    /** As the configuration of a component: plain values as they are, anything deeper as JSON text. */
    static Dictionary<String, Object> properties(String settings) {
        Dictionary<String, Object> properties = new Hashtable<>();
        tree(settings).properties().forEach(setting -> properties.put(setting.getKey(), value(setting.getValue())));
        return properties;
    }

    private static Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return value.isTextual() ? value.asText() : value.toString();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new ProblemException(
                    List.of(new Problem(Problem.Kind.INVALID, "settings", "The settings are no JSON object.")), e);
        }
    }
}
