package dev.evergreen.cache.redis.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.ConcurrencyRequest;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.RateLimit;
import dev.evergreen.domain.storage.RateRequest;
import dev.evergreen.storage.contract.server.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** What two nodes do while their server is killed, comes back, forgets everything, hangs, or refuses. */
class OutageTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private RedisServer server;
    private TestRedis first;
    private TestRedis second;

    @BeforeEach
    void start() throws IOException {
        // Every command is on the disk before it is answered, so that a killed server comes back with all it had.
        server = new RedisServer(folder, "--appendonly", "yes", "--appendfsync", "always").start();
        first = node();
        second = node();
    }

    private TestRedis node() {
        return new TestRedis(new RedisSettings(
                        "127.0.0.1", server.port(), 0, "", "", false, Optional.empty(), "test", 4, 300))
                .listening();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        server.close();
    }

    @Test
    void nothingOldIsFoundAfterARestart() throws IOException {
        Cache cache = first.services.cache();
        cache.putText("api:a", "old", HOUR, Set.of("project-1"));
        cache.putText("api:b", "old", HOUR, Set.of());
        server.kill();

        assertEquals(Optional.empty(), cache.getText("api:a"), "a miss, not a failure");
        cache.invalidateTag("project-1");
        cache.putText("api:b", "new", HOUR, Set.of());
        cache.invalidate("api:c");
        assertTrue(first.services.state().trouble().orElseThrow().contains("start the server"));

        server.start();
        // The other node has heard of nothing, and the server has kept both entries on its disk.
        TestRedis.await("the second node finds its way back", () -> {
            assertFalse(
                    second.services.cache().getText("api:a").isPresent()
                            || second.services
                                    .cache()
                                    .getText("api:b")
                                    .filter("old"::equals)
                                    .isPresent(),
                    "an old value lives again");
            return second.services.state().trouble().isEmpty();
        });
        TestRedis.await("the first node finds its way back", () -> {
            cache.putText("api:a", "newer", HOUR, Set.of("project-1"));
            return second.services
                    .cache()
                    .getText("api:a")
                    .filter("newer"::equals)
                    .isPresent();
        });
        TestRedis.await(
                "no trouble is left", () -> first.services.state().trouble().isEmpty());
        System.out.println("FIGURE Redis killed and back with its old snapshot: old values found 0");
    }

    @Test
    void aNodeThatLostItsWayForgetsBeforeItAnswersAgain() throws IOException {
        Cache cache = first.services.cache();
        cache.putText("api:a", "old", HOUR, Set.of("project-1"));
        cache.putText("api:b", "old", HOUR, Set.of());
        // A stopped process neither answers nor loses anything: the same run goes on afterwards.
        signal("STOP");
        try {
            long began = System.nanoTime();
            cache.invalidateTag("project-1");
            for (int i = 0; i < Forgetting.MOST_NAMES + 10; i++) {
                cache.invalidate("api:many-" + i);
            }
            assertEquals(Optional.empty(), cache.getText("api:a"));
            double seconds = (System.nanoTime() - began) / 1e9;
            assertTrue(seconds < 20, "a server that hangs is not waited for time and again: " + seconds + " s");
        } finally {
            signal("CONT");
        }
        TestRedis.await("the node finds its way back", () -> {
            Optional<String> found = cache.getText("api:a");
            assertEquals(Optional.empty(), found);
            return first.services.state().trouble().isEmpty();
        });
        assertEquals(Optional.empty(), second.services.cache().getText("api:a"));
        assertEquals(
                Optional.empty(),
                second.services.cache().getText("api:b"),
                "too many names to remember: everything was forgotten");
    }

    @Test
    void eventsComeAgainAfterARestartAndTheGapIsTold() throws Exception {
        BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
        BlockingQueue<Event> gaps = new LinkedBlockingQueue<>();
        second.services.events().subscribe("job:progress", heard::add);
        second.services.events().subscribe(EventBus.GAP, gaps::add);
        server.kill();

        second.services.events().publish(event("own"));
        assertEquals("own", heard.poll(30, TimeUnit.SECONDS).key(), "a node's own events need no server");
        for (int i = 0; i < 2 * Outbox.MOST_WAITING; i++) {
            first.services.events().publish(event("lost"));
        }

        server.start();
        assertEquals(
                EventBus.GAP, gaps.poll(30, TimeUnit.SECONDS).topic(), "whoever acts on events is told to look again");
        first.listening();
        TestRedis.await("events come again", () -> {
            first.services.events().publish(event("again"));
            return heard.stream().anyMatch(event -> event.key().equals("again"));
        });
    }

    @Test
    void limitsAreKeptByShareWhileTheServerIsAway() throws IOException {
        TestRedis.await(
                "the nodes know of each other", () -> first.services.events().nodes() == 2);
        RateLimit limit = RateLimit.of(20, HOUR);
        RateRequest request = new RateRequest("vendor", 1, limit, Duration.ZERO);
        assertTrue(first.services.limiter().acquire(request).granted());
        server.kill();
        int granted = 0;
        for (int i = 0; i < 50; i++) {
            granted += first.services.limiter().acquire(request).granted() ? 1 : 0;
        }
        assertEquals(10, granted, "half of the limit for one of two nodes");
        server.start();
        TestRedis.await("limits are shared again", () -> {
            RateRequest other = new RateRequest("vendor-2", 1, RateLimit.of(1, HOUR), Duration.ZERO);
            first.services.limiter().acquire(other);
            return first.services.state().trouble().isEmpty()
                    && second.services.state().trouble().isEmpty()
                    && !second.services.limiter().acquire(other).granted();
        });
    }

    @Test
    void placesAreSharedByTheNodesThatAreThereWhileTheServerIsAway() throws IOException {
        TestRedis.await(
                "the nodes know of each other", () -> first.services.events().nodes() == 2);
        server.kill();
        int entered = 0;
        for (int i = 0; i < 10; i++) {
            ConcurrencyRequest request = new ConcurrencyRequest("vendor", "holder-" + i, 6, HOUR, HOUR);
            entered += first.services.concurrency().enter(request).granted() ? 1 : 0;
        }
        assertEquals(3, entered, "half of the places for one of two nodes");
        first.services.concurrency().leave("vendor", "holder-0");
        assertTrue(first.services
                .concurrency()
                .enter(new ConcurrencyRequest("vendor", "holder-3", 6, HOUR, HOUR))
                .granted());
    }

    @Test
    void forgettingEverythingInTheMiddleHarmsNothing() {
        Cache cache = first.services.cache();
        RateLimit limit = RateLimit.of(1000, HOUR);
        for (int i = 0; i < 200; i++) {
            String key = "api:" + i % 5;
            String value = Integer.toString(i);
            cache.putText(key, value, HOUR, Set.of("all"));
            if (i % 20 == 10) {
                flush();
            }
            Optional<String> found = second.services.cache().getText(key);
            assertTrue(found.isEmpty() || found.get().equals(value), "found " + found + " instead of " + value);
            assertTrue(first.services
                    .limiter()
                    .acquire(new RateRequest("flushed", 1, limit, Duration.ZERO))
                    .granted());
        }
        assertEquals(Optional.empty(), first.services.state().trouble());
        System.out.println(
                "FIGURE Redis flushed 10 times during 200 writes on 2 nodes: old values found 0, limits refused 0");
    }

    @Test
    void workGoesOnWithoutAServerFromTheStart() throws IOException {
        server.kill();
        try (TestRedis third = new TestRedis(TestRedis.settings(server.port(), "test"))) {
            third.services.cache().putText("api:a", "1", HOUR, Set.of());
            assertEquals(Optional.empty(), third.services.cache().getText("api:a"));
            assertTrue(third.services.state().trouble().isPresent());
            server.start();
            third.listening();
            TestRedis.await("it serves", () -> {
                third.services.cache().putText("api:a", "2", HOUR, Set.of());
                return third.services.cache().getText("api:a").equals(Optional.of("2"));
            });
        }
    }

    private void flush() {
        try (ServerConnection connection = new RedisLink(TestRedis.settings(server.port(), "test")).open(HOUR)) {
            connection.executeCommand(new CommandArguments(Command.FLUSHALL));
        }
    }

    private void signal(String name) throws IOException {
        try {
            int exit = new ProcessBuilder(
                            "kill", "-" + name, Long.toString(server.handle().pid()))
                    .start()
                    .waitFor();
            assertEquals(0, exit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Event event(String key) {
        return new Event("job:progress", key, Map.of("progress", 0.5), Instant.parse("2026-01-01T00:00:00Z"));
    }
}
