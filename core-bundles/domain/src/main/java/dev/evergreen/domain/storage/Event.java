package dev.evergreen.domain.storage;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, small enough to be sent to every node and browser.
 *
 * @param topic what happened, for example {@code job:progress}
 * @param key the id of what it happened to
 * @param payload details as JSON knows them: strings, numbers, booleans, null, lists and maps of these with string keys
 * @param at when it happened
 */
public record Event(String topic, String key, Map<String, @Nullable Object> payload, Instant at) {
    public Event {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("An event needs a topic");
        }
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }
}
