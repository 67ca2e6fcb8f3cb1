package dev.evergreen.cache.internal;

import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events that wait for one subscriber, handed over one at a time. */
final class LocalSubscription implements EventBus.Subscription {
    /** How many events may wait before the oldest are dropped. */
    static final int MOST_WAITING = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(LocalSubscription.class);

    private final String topic;
    private final Consumer<Event> subscriber;
    private final Executor threads;
    private final Consumer<LocalSubscription> onClose;
    private final Deque<Event> waiting = new ArrayDeque<>();
    private boolean running;
    private boolean closed;
    private long dropped;

    LocalSubscription(String topic, Consumer<Event> subscriber, Executor threads, Consumer<LocalSubscription> onClose) {
        this.topic = topic;
        this.subscriber = subscriber;
        this.threads = threads;
        this.onClose = onClose;
    }

    boolean wants(Event event) {
        return topic.equals(EventBus.ALL_TOPICS) || topic.equals(event.topic());
    }

    synchronized void offer(Event event) {
        if (closed) {
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
            dropped++;
        }
        waiting.addLast(event);
        if (!running) {
            running = true;
            threads.execute(this::drain);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        onClose.accept(this);
    }

    private void drain() {
        for (Event event = next(); event != null; event = next()) {
            try {
                subscriber.accept(event);
            } catch (RuntimeException e) {
                LOG.error("A subscriber of {} failed at {} {}", topic, event.topic(), event.key(), e);
            }
        }
    }

    private synchronized @Nullable Event next() {
        Event event = waiting.pollFirst();
        if (event == null) {
            running = false;
            if (dropped > 0) {
                LOG.warn("A subscriber of {} was too slow and missed {} events", topic, dropped);
                dropped = 0;
            }
        }
        return event;
    }
}
