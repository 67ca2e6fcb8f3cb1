package dev.evergreen.domain.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.evergreen.spi.timeline.VisualSource;
import java.util.Map;

/**
 * Writes records as JSON and reads them back. Times are ISO 8601 text, absent values are null, the sealed
 * {@link VisualSource} carries its record's name as {@code type}. Equal values give equal text: properties stand in the order of the
 * record, keys of maps are sorted. Unknown properties are ignored, because another version of the node may have written them.
 */
public final class Json {
    private static final int MAXIMUM_TEXT = 200_000_000;

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }

    /** @throws IllegalArgumentException naming the place where the text does not fit the type */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not a " + type.getSimpleName() + " in JSON: " + e.getOriginalMessage() + at(e), e);
        }
    }

    /** Reads an object whose properties are not known beforehand: strings, numbers, booleans, lists, maps. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> readObject(String text) {
        return read(text, Map.class);
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                // Accessors that are no components (Money.isZero) are not part of a record's value.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .addMixIn(VisualSource.class, Typed.class)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAXIMUM_TEXT)
                        .build());
        mapper.registerSubtypes(VisualSource.class.getPermittedSubclasses());
        return mapper;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Typed {}
}
