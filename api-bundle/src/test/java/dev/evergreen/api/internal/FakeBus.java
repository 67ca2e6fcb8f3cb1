package dev.evergreen.api.internal;

import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Delivers at once, in the publisher's thread. */
final class FakeBus implements EventBus {
    private final List<Consumer<Event>> subscribers = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Event event) {
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    @Override
    public Subscription subscribe(String topic, Consumer<Event> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    int subscribers() {
        return subscribers.size();
    }
}
