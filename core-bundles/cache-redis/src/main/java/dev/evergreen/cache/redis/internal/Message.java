package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.storage.Event;
import java.util.Optional;

/**
 * What is sent over the channel.
 *
 * @param sender names the bus that sends, so that it does not hear itself
 * @param event what happened; empty for a sign of life
 */
record Message(String sender, Optional<Event> event) {
    String text() {
        return Json.write(this);
    }

    /** @throws IllegalArgumentException when it is none */
    static Message of(String text) {
        return Json.read(text, Message.class);
    }
}
