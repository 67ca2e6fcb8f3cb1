package dev.evergreen.contract.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A vendor's OpenAPI document (3.0 or 3.1). Its schemas are compiled when they are needed first, so that large ones load at once. */
final class ApiDocument {
    private static final Map<String, ApiDocument> KNOWN = new ConcurrentHashMap<>();

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        this.registry = SchemaRegistry.withDefaultDialect(
                root.path("openapi").asText().startsWith("3.0") ? Dialects.getOpenApi30() : Dialects.getDraft202012());
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().isObject()) {
                        operations.add(new Operation(
                                path.getKey(), operation.getKey(), path.getValue(), operation.getValue()));
                    }
                }));
        // Of two paths that fit, the one with fewer places to fill is meant.
        operations.sort(Comparator.comparingInt(operation -> operation.template.split("\\{", -1).length));
    }

    /** @param resource on the class path of the tests, JSON or YAML */
    static ApiDocument of(String resource) {
        return KNOWN.computeIfAbsent(resource, name -> {
            try (InputStream content = ApiDocument.class.getResourceAsStream(name)) {
                if (content == null) {
                    throw new IllegalArgumentException("There is no document " + name + " on the tests' class path");
                }
                JsonNode document = (name.endsWith(".json") ? new JsonMapper() : new YAMLMapper()).readTree(content);
                relax(document);
                return new ApiDocument(document);
            } catch (IOException e) {
                throw new IllegalArgumentException("The document " + name + " cannot be read", e);
            }
        });
    }

    /**
     * Vendors write {@code oneOf} where an answer may well fit two of the alternatives, and discriminators that their own alternatives
     * do not have; what counts is that some alternative fits.
     */
    private static void relax(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("discriminator");
            if (object.get("oneOf") != null && object.get("oneOf").isArray()) {
                object.set("anyOf", object.remove("oneOf"));
            }
        }
        node.forEach(ApiDocument::relax);
    }

    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method.equalsIgnoreCase(method)
                        && operation.pattern.matcher(path).matches())
                .findFirst();
    }

    /** A property of an object, also where it is put together of several schemas. */
    JsonNode property(JsonNode schema, String name) {
        JsonNode whole = resolved(schema);
        JsonNode own = resolved(whole.path("properties").path(name));
        if (!own.isMissingNode()) {
            return own;
        }
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode part : whole.path(parts)) {
                JsonNode found = property(part, name);
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        return MissingNode.getInstance();
    }

    Set<String> required(JsonNode schema) {
        JsonNode whole = resolved(schema);
        Set<String> names = new LinkedHashSet<>();
        whole.path("required").forEach(name -> names.add(name.asText()));
        whole.path("allOf").forEach(part -> names.addAll(required(part)));
        return names;
    }

    /** Whether a form's text is in the property's list of values, if it has one. */
    boolean allows(JsonNode property, String value) {
        JsonNode schema = resolved(property);
        if (schema.has("anyOf") || schema.has("oneOf")) {
            for (String parts : List.of("anyOf", "oneOf")) {
                for (JsonNode part : schema.path(parts)) {
                    if (allows(part, value)) {
                        return true;
                    }
                }
            }
            return false;
        }
        if (schema.path("type").asText().equals("array")) {
            return allows(schema.path("items"), value);
        }
        if (!schema.has("enum")) {
            return true;
        }
        for (JsonNode one : schema.path("enum")) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = root.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    private List<Error> check(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value);
    }

    /** References lead to the document's components, so they come along. */
    private Schema compile(JsonNode schema) {
        ObjectNode whole = new JsonMapper().createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", root.path("components"));
        return registry.getSchema(whole);
    }

    /** One method of one path. */
    final class Operation {
        private final String template;
        private final String method;
        private final Pattern pattern;
        private final JsonNode operation;
        private final List<JsonNode> parameters = new ArrayList<>();

        private Operation(String template, String method, JsonNode path, JsonNode operation) {
            this.template = template;
            this.method = method;
            this.operation = operation;
            StringBuilder expression = new StringBuilder();
            for (String part : template.split("(?=\\{)|(?<=\\})", -1)) {
                expression.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
            }
            this.pattern = Pattern.compile(expression.toString());
            path.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
            operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        }

        List<String> requiredHeaders() {
            return names("header", true);
        }

        List<String> requiredQuery() {
            return names("query", true);
        }

        /** Parameters by which a key is shown count as known. */
        boolean knowsQuery(String name) {
            return names("query", false).contains(name)
                    || root.path("components").path("securitySchemes").properties().stream()
                            .anyMatch(scheme -> scheme.getValue()
                                            .path("in")
                                            .asText()
                                            .equals("query")
                                    && scheme.getValue().path("name").asText().equals(name));
        }

        List<Error> checkQuery(String name, String value) {
            for (JsonNode parameter : parameters) {
                if (parameter.path("in").asText().equals("query")
                        && parameter.path("name").asText().equals(name)) {
                    JsonNode schema = parameter.path("schema");
                    return allows(schema, value)
                            ? List.of()
                            : check(schema, new JsonMapper().getNodeFactory().textNode(value));
                }
            }
            return List.of();
        }

        /** The name of a key that must be shown and is not; empty when one of the ways is fulfilled. */
        Optional<String> missingKey(Function<String, Optional<String>> header, Set<String> query) {
            JsonNode ways = operation.has("security") ? operation.get("security") : root.path("security");
            if (ways.isMissingNode() || ways.isEmpty()) {
                return Optional.empty();
            }
            String lacking = "";
            for (JsonNode way : ways) {
                Set<String> missing = new HashSet<>();
                way.properties().forEach(scheme -> {
                    JsonNode kind =
                            root.path("components").path("securitySchemes").path(scheme.getKey());
                    if (!shown(kind, header, query)) {
                        missing.add(scheme.getKey());
                    }
                });
                if (missing.isEmpty()) {
                    return Optional.empty();
                }
                lacking = missing.toString();
            }
            return Optional.of(lacking);
        }

        boolean needsBody() {
            return body().path("required").asBoolean();
        }

        boolean takes(String mediaType) {
            return body().path("content").has(mediaType)
                    || body().path("content").has("*/*");
        }

        Optional<JsonNode> form() {
            JsonNode schema = body().path("content").path("multipart/form-data").path("schema");
            return schema.isMissingNode() ? Optional.empty() : Optional.of(resolved(schema));
        }

        List<Error> checkRequest(String mediaType, JsonNode value) {
            return check(body().path("content").path(mediaType).path("schema"), value);
        }

        /** Answers whose status or type the document leaves open are not checked. */
        List<Error> checkAnswer(int status, String mediaType, JsonNode value) {
            JsonNode answers = operation.path("responses");
            for (String key : List.of(String.valueOf(status), status / 100 + "XX", "default")) {
                JsonNode schema = resolved(answers.path(key))
                        .path("content")
                        .path(mediaType)
                        .path("schema");
                if (!schema.isMissingNode()) {
                    return check(schema, value);
                }
            }
            return List.of();
        }

        private boolean shown(JsonNode scheme, Function<String, Optional<String>> header, Set<String> query) {
            String name = scheme.path("name").asText();
            return switch (scheme.path("type").asText()) {
                case "http" ->
                    header.apply("Authorization")
                            .orElse("")
                            .toLowerCase(Locale.ROOT)
                            .startsWith(scheme.path("scheme").asText().toLowerCase(Locale.ROOT) + " ");
                case "oauth2", "openIdConnect" ->
                    header.apply("Authorization").orElse("").startsWith("Bearer ");
                default ->
                    scheme.path("in").asText().equals("query")
                            ? query.contains(name)
                            : header.apply(name).isPresent();
            };
        }

        private JsonNode body() {
            return resolved(operation.path("requestBody"));
        }

        private List<String> names(String place, boolean onlyRequired) {
            return parameters.stream()
                    .filter(parameter -> parameter.path("in").asText().equals(place)
                            && (!onlyRequired || parameter.path("required").asBoolean()))
                    .map(parameter ->
                            Objects.requireNonNull(parameter.path("name").asText()))
                    .toList();
        }
    }
}
