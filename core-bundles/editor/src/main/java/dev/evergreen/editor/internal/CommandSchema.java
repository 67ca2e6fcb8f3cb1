package dev.evergreen.editor.internal;

import dev.evergreen.domain.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The commands' JSON Schema, and the part of JSON Schema 2020-12 that it uses: type, properties, required, additionalProperties, enum, const,
 * ranges, lengths, pattern, items, anyOf with null, $ref into $defs, oneOf with the discriminator of OpenAPI. The studio reads the same file.
 * Immutable.
 */
final class CommandSchema {
    private static final String FILE = "/dev/evergreen/editor/commands.schema.json";
    private static final CommandSchema SCHEMA = new CommandSchema(read());

    private final String text;
    private final Map<String, Object> definitions;
    private final Map<String, Map<String, Object>> commands = new TreeMap<>();

    private CommandSchema(String text) {
        this.text = text;
        Map<String, Object> tree = Json.readObject(text);
        definitions = Tree.object(tree, "$defs");
        for (Map<String, Object> command : Tree.objects(tree, "oneOf")) {
            Map<String, Object> name = Tree.object(Tree.object(command, "properties"), "command");
            commands.put(Tree.text(name, "const"), command);
        }
    }

    static CommandSchema get() {
        return SCHEMA;
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(CommandSchema.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE + " from the editor's bundle", e);
        }
    }

    String text() {
        return text;
    }

    /** Names of all commands, in alphabetical order. */
    List<String> names() {
        return List.copyOf(commands.keySet());
    }

    /** The schemas of a command's fields, by their names. */
    Map<String, Object> fields(String command) {
        return Tree.object(Objects.requireNonNull(commands.get(command)), "properties");
    }

    /** @throws Refused naming the field that does not fit */
    void check(Map<String, Object> command) {
        Object name = command.get("command");
        Map<String, Object> schema = name instanceof String ? commands.get(name) : null;
        if (schema == null) {
            throw new Refused(
                    "There is no command " + Tree.shown(name) + "; choose one of " + String.join(", ", names()) + ".");
        }
        check(schema, (String) Objects.requireNonNull(name), command);
    }

    /** Holds a value against one of the definitions. */
    void check(@Nullable String definition, String place, @Nullable Object value) {
        check(Tree.object(definitions, Objects.requireNonNull(definition)), place, value);
    }

    private void check(Map<String, Object> given, String place, @Nullable Object value) {
        Map<String, Object> schema = given;
        if (schema.get("$ref") instanceof String reference) {
            schema = Tree.object(definitions, reference.substring("#/$defs/".length()));
        }
        if (schema.containsKey("anyOf")) {
            if (value != null) {
                check(Tree.objects(schema, "anyOf").get(0), place, value);
            }
            return;
        }
        if (schema.containsKey("oneOf")) {
            check(variant(schema, place, value), place, value);
            return;
        }
        if (schema.containsKey("const") && !schema.get("const").equals(value)) {
            throw wrong(place, "must be " + schema.get("const"), value);
        }
        if (schema.get("type") instanceof String type) {
            switch (Objects.requireNonNull(type)) {
                case "object" -> object(schema, place, value);
                case "array" -> array(schema, place, value);
                case "string" -> string(schema, place, value);
                case "boolean" -> {
                    if (!(value instanceof Boolean)) {
                        throw wrong(place, "must be true or false", value);
                    }
                }
                default -> number(schema, place, value, type.equals("integer"));
            }
        }
    }

    private static Map<String, Object> variant(Map<String, Object> schema, String place, @Nullable Object value) {
        String property = Tree.text(Tree.object(schema, "discriminator"), "propertyName");
        if (!(value instanceof Map<?, ?> object)) {
            throw wrong(place, "must be an object", value);
        }
        List<String> known = new ArrayList<>();
        for (Map<String, Object> variant : Tree.objects(schema, "oneOf")) {
            String name = Tree.text(Tree.object(Tree.object(variant, "properties"), property), "const");
            if (name.equals(object.get(property))) {
                return variant;
            }
            known.add(name);
        }
        throw wrong(place + "." + property, "must be one of " + String.join(", ", known), object.get(property));
    }

    private void object(Map<String, Object> schema, String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw wrong(place, "must be an object", value);
        }
        Map<String, Object> object = Tree.object(value);
        Map<String, Object> properties =
                schema.containsKey("properties") ? Tree.object(schema, "properties") : Map.of();
        Object rest = schema.get("additionalProperties");
        for (Map.Entry<String, Object> field : object.entrySet()) {
            String at = place + "." + field.getKey();
            if (properties.containsKey(field.getKey())) {
                check(Tree.object(properties, field.getKey()), at, field.getValue());
            } else if (rest instanceof Map<?, ?>) {
                check(Tree.object(rest), at, field.getValue());
            } else if (Boolean.FALSE.equals(rest)) {
                throw new Refused(place + " has no field " + field.getKey() + "; its fields are "
                        + String.join(", ", properties.keySet()) + ".");
            }
        }
        if (schema.get("required") instanceof List<?> required) {
            for (Object name : required) {
                if (!object.containsKey(String.valueOf(name))) {
                    throw new Refused(place + " lacks the field " + name + "; its fields are "
                            + String.join(", ", properties.keySet()) + ".");
                }
            }
        }
    }

    private void array(Map<String, Object> schema, String place, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw wrong(place, "must be a list", value);
        }
        long least = Tree.number(schema, "minItems", 0);
        long most = Tree.number(schema, "maxItems", Integer.MAX_VALUE);
        if (list.size() < least || list.size() > most) {
            throw new Refused(place + " must have " + least + " to " + most + " entries, but has " + list.size() + ".");
        }
        for (int i = 0; i < list.size(); i++) {
            check(Tree.object(schema, "items"), place + "[" + i + "]", list.get(i));
        }
    }

    private static void string(Map<String, Object> schema, String place, @Nullable Object value) {
        if (!(value instanceof String string)) {
            throw wrong(place, "must be a text", value);
        }
        if (schema.get("enum") instanceof List<?> choices && !choices.contains(string)) {
            throw wrong(
                    place,
                    "must be one of "
                            + String.join(
                                    ", ", choices.stream().map(String::valueOf).toList()),
                    value);
        }
        long least = Tree.number(schema, "minLength", 0);
        long most = Tree.number(schema, "maxLength", Integer.MAX_VALUE);
        if (string.length() < least || string.length() > most) {
            throw new Refused(
                    place + " must have " + least + " to " + most + " characters, but has " + string.length() + ".");
        }
        if (schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(string).find()) {
            throw wrong(place, "must match " + pattern, value);
        }
    }

    private static void number(Map<String, Object> schema, String place, @Nullable Object value, boolean whole) {
        boolean fits = value instanceof Number number
                && Double.isFinite(number.doubleValue())
                && (!whole || number.doubleValue() == Math.rint(number.doubleValue()))
                && (!schema.containsKey("minimum") || number.doubleValue() >= bound(schema, "minimum"))
                && (!schema.containsKey("maximum") || number.doubleValue() <= bound(schema, "maximum"));
        if (!fits) {
            String range = schema.containsKey("minimum")
                    ? " from " + Tree.shown(schema.get("minimum")) + " to " + Tree.shown(schema.get("maximum"))
                    : "";
            throw wrong(place, "must be a " + (whole ? "whole number" : "number") + range, value);
        }
    }

    private static double bound(Map<String, Object> schema, String name) {
        return ((Number) Objects.requireNonNull(schema.get(name))).doubleValue();
    }

    private static Refused wrong(String place, String rule, @Nullable Object value) {
        return new Refused(place + " " + rule + ", but is " + Tree.shown(value) + ".");
    }
}
