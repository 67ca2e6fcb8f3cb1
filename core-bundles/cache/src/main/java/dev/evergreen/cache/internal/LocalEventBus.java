package dev.evergreen.cache.internal;

import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Tells events within this process, each subscriber on one thread of its own while it has any. */
public final class LocalEventBus implements EventBus, AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final List<LocalSubscription> subscriptions = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;

    public LocalEventBus() {
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "evergreen-events-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public void publish(Event event) {
        for (LocalSubscription subscription : subscriptions) {
            if (subscription.wants(event)) {
                subscription.offer(event);
            }
        }
    }

    @Override
    public Subscription subscribe(String topic, Consumer<Event> subscriber) {
        LocalSubscription subscription = new LocalSubscription(topic, subscriber, threads, subscriptions::remove);
        subscriptions.add(subscription);
        return subscription;
    }

    /** Ends all subscriptions; waiting events are dropped. */
    @Override
    public void close() {
        subscriptions.forEach(LocalSubscription::close);
        threads.shutdownNow();
    }
}
