package dev.evergreen.media;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualSource;

/** Timelines as JSON text. Equal timelines give equal text. */
public final class TimelineJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(VisualSource.class, NamedByRecord.class)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static {
        MAPPER.registerSubtypes(VisualSource.class.getPermittedSubclasses());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface NamedByRecord {}

    private TimelineJson() {}

    public static String write(TimelineSnapshot timeline) {
        try {
            return MAPPER.writeValueAsString(timeline);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "A parameter of the timeline is no JSON value: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * @throws IllegalArgumentException saying what is wrong and where
     */
    public static TimelineSnapshot read(String json) {
        try {
            return MAPPER.readValue(json, TimelineSnapshot.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no timeline: " + e.getMessage(), e);
        }
    }
}
