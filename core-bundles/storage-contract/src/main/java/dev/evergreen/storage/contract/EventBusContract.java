package dev.evergreen.storage.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link EventBus} does. */
public abstract class EventBusContract {
    private static final int PATIENCE_SECONDS = 30;

    /** The bus under test, the same one throughout a test. */
    protected abstract EventBus bus();

    @Test
    void tellsEverySubscriberOfTheTopic() throws InterruptedException {
        BlockingQueue<Event> first = new LinkedBlockingQueue<>();
        BlockingQueue<Event> second = new LinkedBlockingQueue<>();
        BlockingQueue<Event> all = new LinkedBlockingQueue<>();
        try (var one = bus().subscribe("job:progress", first::add);
                var two = bus().subscribe("job:progress", second::add);
                var three = bus().subscribe(EventBus.ALL_TOPICS, all::add)) {
            Event progress = event("job:progress", "1");
            Event created = event("asset:created", "2");
            bus().publish(created);
            bus().publish(progress);
            assertEquals(progress, take(first));
            assertEquals(progress, take(second));
            assertEquals(created, take(all));
            assertEquals(progress, take(all));
        }
    }

    @Test
    void carriesWhatJsonKnows() throws InterruptedException {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("text", "✓");
        payload.put("number", 42);
        payload.put("fraction", 0.5);
        payload.put("truth", true);
        payload.put("nothing", null);
        payload.put("list", Arrays.asList("a", 1, null));
        payload.put("map", Map.of("inner", "value"));
        BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
        try (var subscription = bus().subscribe("t", seen::add)) {
            Event sent = new Event("t", "k", payload, Instant.parse("2026-01-02T03:04:05.678Z"));
            bus().publish(sent);
            assertEquals(sent, take(seen));
        }
    }

    @Test
    void keepsTheOrderOfAPublisher() throws InterruptedException {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(500);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        try (var subscription = bus().subscribe("t", event -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            seen.add(event.key());
            atOnce.decrementAndGet();
            done.countDown();
        })) {
            IntStream.range(0, 500).forEach(i -> bus().publish(event("t", Integer.toString(i))));
            assertTrue(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "all were told");
        }
        assertEquals(IntStream.range(0, 500).mapToObj(Integer::toString).toList(), seen);
        assertEquals(1, mostAtOnce.get(), "one at a time");
    }

    @Test
    void aFailingSubscriberHarmsNobody() throws InterruptedException {
        BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
        CountDownLatch failures = new CountDownLatch(2);
        try (var failing = bus().subscribe("t", event -> {
                    failures.countDown();
                    throw new IllegalStateException("a subscriber's own fault");
                });
                var fine = bus().subscribe("t", seen::add)) {
            bus().publish(event("t", "1"));
            bus().publish(event("t", "2"));
            assertEquals("1", take(seen).key());
            assertEquals("2", take(seen).key());
            assertTrue(failures.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "it is told again after its failure");
        }
    }

    @Test
    void aSlowSubscriberHoldsNobodyUp() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
        try (var slow = bus().subscribe("t", event -> await(release));
                var fine = bus().subscribe("t", seen::add)) {
            IntStream.range(0, 50).forEach(i -> bus().publish(event("t", Integer.toString(i))));
            for (int i = 0; i < 50; i++) {
                assertEquals(Integer.toString(i), take(seen).key());
            }
            release.countDown();
        }
    }

    @Test
    void tellsNothingAfterTheEnd() throws InterruptedException {
        BlockingQueue<Event> ended = new LinkedBlockingQueue<>();
        BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
        EventBus.Subscription subscription = bus().subscribe("t", ended::add);
        subscription.close();
        subscription.close();
        try (var other = bus().subscribe("t", seen::add)) {
            bus().publish(event("t", "1"));
            take(seen);
        }
        assertEquals(0, ended.size());
    }

    protected static Event event(String topic, String key) {
        return new Event(topic, key, Map.of("key", key), Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Event take(BlockingQueue<Event> queue) throws InterruptedException {
        Event event = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event came within " + PATIENCE_SECONDS + " s");
        }
        return event;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("not released within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
