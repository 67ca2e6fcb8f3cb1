package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.ApiJson;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends what happens to everybody who listens. Who may listen was decided before the upgrade. */
public final class EventsSocket implements AutoCloseable {
    /** Names of the events that leave the node; everything else on the bus is its own business. */
    static final Set<String> NAMES =
            Set.of("generation:progress", "asset:created", "project:updated", "error:occurred");

    /** Words of enumerations in payloads, which the API writes in lower case. */
    private static final Set<String> WORDS = Set.of("state", "queue");

    /** A listener that lets so many messages pile up is gone or hopelessly slow; it is cut off and may come back. */
    private static final int MOST_UNSENT = 2000;

    private static final long PING_SECONDS = 20;

    private final Map<String, WsContext> listeners = new ConcurrentHashMap<>();
    private final EventBus.Subscription subscription;

    public EventsSocket(EventBus events) {
        subscription = events.subscribe(EventBus.ALL_TOPICS, this::tell);
    }

    public void addTo(RoutesConfig server) {
        for (String prefix : Routes.PREFIXES) {
            server.ws(prefix + "/events", socket -> {
                socket.onConnect(this::welcome);
                socket.onClose(context -> listeners.remove(context.sessionId()));
                socket.onError(context -> listeners.remove(context.sessionId()));
            });
        }
    }

    private void welcome(WsConnectContext context) {
        context.session.setMaxOutgoingFrames(MOST_UNSENT);
        context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
        listeners.put(context.sessionId(), context);
    }

    private void tell(Event event) {
        if (!NAMES.contains(event.topic()) || listeners.isEmpty()) {
            return;
        }
        String message = new String(ApiJson.write(Message.of(event)), StandardCharsets.UTF_8);
        for (WsContext listener : listeners.values()) {
            if (listener.session.isOpen()) {
                listener.send(message);
            } else {
                listeners.remove(listener.sessionId());
            }
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private record Message(String event, String key, Map<String, Object> data, Instant timestamp) {
        static Message of(Event event) {
            Map<String, Object> data = new LinkedHashMap<>();
            event.payload().forEach((name, value) -> put(data, name, value));
            return new Message(event.topic(), event.key(), data, event.at());
        }

        private static void put(Map<String, Object> data, String name, @Nullable Object value) {
            if (value instanceof String word && WORDS.contains(name)) {
                data.put(name, word.toLowerCase(Locale.ROOT));
            } else if (value != null) {
                data.put(name, value);
            }
        }
    }
}
