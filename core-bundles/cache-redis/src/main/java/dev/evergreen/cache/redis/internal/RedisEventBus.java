package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells events on every node. Subscribers of this node hear its own events directly, whether or not the server is there; those of
 * other nodes come over one channel of Redis (at most once, as the port has it).
 */
final class RedisEventBus implements EventBus, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisEventBus.class);

    private final String name = UUID.randomUUID().toString();
    private final EventBus local;
    private final Clock clock;
    private final Outbox outbox;
    private final Listener listener;

    /** @param local tells this node's subscribers */
    RedisEventBus(RedisLink link, String prefix, EventBus local, Clock clock) {
        this.local = local;
        this.clock = clock;
        String channel = prefix + ":events";
        this.outbox = new Outbox(link, channel, name);
        this.listener = new Listener(link, channel, this::hear, this::tellGap);
    }

    @Override
    public void publish(Event event) {
        local.publish(event);
        outbox.add(new Message(name, Optional.of(event)).text());
    }

    @Override
    public Subscription subscribe(String topic, Consumer<Event> subscriber) {
        return local.subscribe(topic, subscriber);
    }

    /** How many nodes are there, 1 or more. */
    int nodes() {
        return outbox.listeners();
    }

    boolean isListening() {
        return listener.isListening();
    }

    Optional<String> trouble() {
        return listener.trouble();
    }

    @Override
    public void close() {
        outbox.close();
        listener.close();
    }

    private void hear(String text) {
        try {
            Message message = Message.of(text);
            if (!message.sender().equals(name)) {
                message.event().ifPresent(local::publish);
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("Something on the channel of events is none: {}", e.getMessage());
        }
    }

    private void tellGap() {
        local.publish(new Event(EventBus.GAP, name, Map.of(), clock.instant()));
    }
}
