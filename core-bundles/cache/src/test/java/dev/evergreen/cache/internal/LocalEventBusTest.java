package dev.evergreen.cache.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.storage.contract.EventBusContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LocalEventBusTest extends EventBusContract {
    private final LocalEventBus bus = new LocalEventBus();

    @Override
    protected EventBus bus() {
        return bus;
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void dropsTheOldestOfASubscriberThatDoesNotKeepUp() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        int sent = LocalSubscription.MOST_WAITING + 100;
        try (var slow = bus.subscribe("t", event -> {
            seen.add(event.key());
            begun.countDown();
            await(release);
            if (event.key().equals(Integer.toString(sent))) {
                last.countDown();
            }
        })) {
            bus.publish(event("t", "0"));
            assertTrue(begun.await(30, TimeUnit.SECONDS), "the first is being told");
            for (int i = 1; i <= sent; i++) {
                bus.publish(event("t", Integer.toString(i)));
            }
            release.countDown();
            assertTrue(last.await(30, TimeUnit.SECONDS), "the newest is told");
        }
        assertEquals(1 + LocalSubscription.MOST_WAITING, seen.size());
        assertEquals("101", seen.get(1), "the hundred oldest that waited are gone");
    }

    @Test
    void publishingAfterTheEndIsHarmless() {
        List<Event> seen = new ArrayList<>();
        bus.subscribe("t", seen::add);
        bus.close();
        bus.publish(event("t", "1"));
        assertEquals(List.of(), seen);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "released in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
