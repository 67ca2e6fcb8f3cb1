package dev.evergreen.domain.storage;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells every subscriber on every node what happened. Thread-safe. Delivery is at most once and asynchronous; a subscriber
 * sees the events of one publishing thread in order, one at a time. It is for waking and showing, never the only record of
 * a fact: what must not be lost is in the database.
 */
@ProviderType
public interface EventBus {
    /** Every topic, for {@link #subscribe}. */
    String ALL_TOPICS = "*";

    /**
     * Told on this node only, when events of other nodes may have been missed, because what carries them was away. Whoever
     * acts on events looks again at what they are about.
     */
    String GAP = "events:gap";

    /**
     * Returns at once. Inside a transaction, publish with {@link Transactions#afterCommit}, or subscribers may look before
     * the rows are there.
     */
    void publish(Event event);

    /**
     * Calls {@code subscriber} for each later event until the subscription is closed. What it throws is logged and ends
     * nothing. When it is slower than the events come, its oldest waiting ones are dropped.
     *
     * @param topic one topic, or {@link #ALL_TOPICS}
     */
    Subscription subscribe(String topic, Consumer<Event> subscriber);

    /** Ends a subscription; closing twice is harmless. */
    @ProviderType
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
