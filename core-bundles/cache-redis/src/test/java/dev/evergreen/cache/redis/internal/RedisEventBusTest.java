package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.storage.contract.EventBusContract;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract between two nodes: what is published on one is heard on the other. */
final class RedisEventBusTest extends EventBusContract {
    private final String prefix = TestRedis.newPrefix();
    private final TestRedis publisher = new TestRedis(SharedServer.settings(prefix)).listening();
    private final TestRedis subscriber = new TestRedis(SharedServer.settings(prefix)).listening();

    @AfterEach
    void close() {
        publisher.close();
        subscriber.close();
    }

    @Override
    protected EventBus bus() {
        return new EventBus() {
            @Override
            public void publish(Event event) {
                publisher.services.events().publish(event);
            }

            @Override
            public Subscription subscribe(String topic, Consumer<Event> consumer) {
                return subscriber.services.events().subscribe(topic, consumer);
            }
        };
    }

    @Test
    void countsTheNodes() {
        TestRedis.await(
                "both nodes know of two",
                () -> publisher.services.events().nodes() == 2
                        && subscriber.services.events().nodes() == 2);
    }
}
