package dev.evergreen.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.spi.provider.ProviderException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a vendor's answer in JSON. Places are JSON Pointers (RFC 6901), for example {@code /data/0/url}; the empty one is the part
 * itself. What must be there and is not, is a {@code BAD_RESPONSE} that names the place.
 */
public final class JsonAnswer {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int SHOWN = 300;

    private final String source;
    private final JsonNode node;

    private JsonAnswer(String source, JsonNode node) {
        this.source = source;
        this.node = node;
    }

    /**
     * @param source what it comes from, for messages, for example {@code the answer of OpenAI}
     * @throws ProviderException BAD_RESPONSE when it is no JSON
     */
    public static JsonAnswer parse(String source, String text) throws ProviderException {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw bad(source + " is empty where JSON was expected");
            }
            return new JsonAnswer(source, node);
        } catch (JsonProcessingException e) {
            throw bad(source + " is no JSON: " + shortened(text));
        }
    }

    /** As {@link #parse}, empty when the text is no JSON object: for errors, which come in any shape. */
    public static Optional<JsonAnswer> parseObject(String source, String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node != null && node.isObject() ? Optional.of(new JsonAnswer(source, node)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** JSON text of maps, lists, texts, numbers, flags and null. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether something other than null is there. */
    public boolean has(String place) {
        JsonNode found = node.at(place);
        return !found.isMissingNode() && !found.isNull();
    }

    public JsonAnswer at(String place) throws ProviderException {
        return new JsonAnswer(source, required(place));
    }

    public String text(String place) throws ProviderException {
        JsonNode found = required(place);
        if (!found.isTextual()) {
            throw bad(source + " has no text at " + place + ": " + shortened(found.toString()));
        }
        return found.textValue();
    }

    /** Numbers and flags count as their text. */
    public Optional<String> optionalText(String place) {
        JsonNode found = node.at(place);
        return found.isValueNode() && !found.isNull() && !found.isMissingNode()
                ? Optional.of(found.asText())
                : Optional.empty();
    }

    /** The text, or the fallback where there is none. */
    public String text(String place, String fallback) {
        return optionalText(place).orElse(fallback);
    }

    public BigDecimal number(String place) throws ProviderException {
        JsonNode found = required(place);
        if (!found.isNumber()) {
            throw bad(source + " has no number at " + place + ": " + shortened(found.toString()));
        }
        return found.decimalValue();
    }

    /** The number, or the fallback where there is none. */
    public long whole(String place, long fallback) {
        JsonNode found = node.at(place);
        return found.isNumber() ? found.longValue() : fallback;
    }

    public boolean flag(String place) {
        return node.at(place).asBoolean(false);
    }

    /** The members of an array; empty where there is none. */
    public List<JsonAnswer> list(String place) {
        List<JsonAnswer> members = new ArrayList<>();
        JsonNode found = node.at(place);
        if (found.isArray()) {
            found.forEach(member -> members.add(new JsonAnswer(source, member)));
        }
        return members;
    }

    /** The fields of an object in their order; empty where there is none. */
    public Map<String, JsonAnswer> fields(String place) {
        Map<String, JsonAnswer> fields = new LinkedHashMap<>();
        node.at(place)
                .properties()
                .forEach(field -> fields.put(field.getKey(), new JsonAnswer(source, field.getValue())));
        return fields;
    }

    public boolean isObject() {
        return node.isObject();
    }

    /** As maps, lists, texts, numbers and flags. */
    public @Nullable Object value() {
        return MAPPER.convertValue(node, Object.class);
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return node.toString();
    }

    private JsonNode required(String place) throws ProviderException {
        JsonNode found = node.at(place);
        if (found.isMissingNode() || found.isNull()) {
            throw bad(source + " has nothing at " + place + ": " + shortened(node.toString()));
        }
        return found;
    }

    private static ProviderException bad(String message) {
        return new ProviderException(ProviderException.Kind.BAD_RESPONSE, message);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
