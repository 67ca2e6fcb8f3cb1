package dev.evergreen.cache.redis.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.storage.contract.CacheContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

final class RedisCacheTest extends CacheContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private final String prefix = TestRedis.newPrefix();
    private final TestRedis node = new TestRedis(SharedServer.settings(prefix));
    private final TestRedis second = new TestRedis(SharedServer.settings(prefix));

    @AfterEach
    void close() {
        node.close();
        second.close();
    }

    @Override
    protected Cache cache() {
        return node.services.cache();
    }

    @Override
    protected void pass(Duration time) {
        TestRedis.pass(time);
    }

    @Override
    protected Duration step() {
        return Duration.ofMillis(150);
    }

    @Test
    void twoNodesSeeTheSame() {
        byte[] value = {0, -1, 13, 10, 127};
        cache().put("session:1", value, HOUR, Set.of("person-1"));
        assertArrayEquals(value, second.services.cache().get("session:1").orElseThrow());
        second.services.cache().invalidateTag("person-1");
        assertEquals(Optional.empty(), cache().get("session:1"));
    }

    @Test
    void noNodeReadsWhatAnInvalidationRemoved() throws Exception {
        // One node changes a number and invalidates; no node may then find an older one than was there before it asked.
        AtomicInteger truth = new AtomicInteger();
        AtomicInteger invalidated = new AtomicInteger();
        int rounds = 1500;
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Integer>> reading = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Cache cache = i % 2 == 0 ? cache() : second.services.cache();
                reading.add(CompletableFuture.supplyAsync(() -> read(cache, invalidated, rounds), readers));
            }
            for (int i = 1; i <= rounds; i++) {
                truth.set(i);
                Cache writer = i % 2 == 0 ? cache() : second.services.cache();
                writer.invalidateTag("project-1");
                invalidated.set(i);
                writer.putText("api:project-1", Integer.toString(i), HOUR, Set.of("project-1", "person-" + i % 7));
            }
            int hits = 0;
            for (CompletableFuture<Integer> reader : reading) {
                hits += reader.get(60, TimeUnit.SECONDS);
            }
            assertTrue(hits > 0, "the readers found something");
        } finally {
            readers.shutdownNow();
        }
    }

    private static int read(Cache cache, AtomicInteger invalidated, int rounds) {
        int hits = 0;
        while (invalidated.get() < rounds) {
            int atLeast = invalidated.get();
            Optional<String> found = cache.getText("api:project-1");
            if (found.isPresent()) {
                hits++;
                if (Integer.parseInt(found.get()) < atLeast) {
                    throw new AssertionError("found " + found.get() + " after the invalidation before " + atLeast);
                }
            }
        }
        return hits;
    }

    @Test
    void keepsOtherPrefixesApart() {
        cache().putText("test:a", "mine", HOUR, Set.of("t"));
        try (TestRedis stranger = new TestRedis(SharedServer.settings(TestRedis.newPrefix()))) {
            assertEquals(Optional.empty(), stranger.services.cache().getText("test:a"));
            stranger.services.cache().clear();
        }
        assertEquals(Optional.of("mine"), cache().getText("test:a"));
    }

    /** What is kept how long: sessions, API answers, results of generations, preferences. */
    @ParameterizedTest
    @ValueSource(strings = {"PT24H", "PT5M", "PT1H", "P7D"})
    void theServerForgetsInTime(Duration time) {
        cache().putText("timed:a", "1", time, Set.of("t"));
        try (RedisLink link = new RedisLink(SharedServer.settings(prefix));
                ServerConnection connection = link.open(HOUR)) {
            for (String name : Set.of("entry:timed:a", "tag:=t", "tag:*")) {
                String key = prefix + ":cache:" + connection.run() + ":" + name;
                long left = (Long) connection.executeCommand(new CommandArguments(Command.PTTL).add(key));
                assertTrue(left > time.toMillis() - 60_000 && left <= time.toMillis() + 1000, name + " lives " + left);
            }
        }
    }

    @Test
    void takesAnyTimeAndAnyName() {
        cache().putText("test:long", "a", Duration.ofSeconds(Long.MAX_VALUE), Set.of("*", "=", ""));
        assertEquals(Optional.of("a"), cache().getText("test:long"));
        cache().putText("", "b", Duration.ofNanos(1), Set.of());
        cache().invalidateTag("=");
        assertEquals(Optional.empty(), cache().getText("test:long"));
    }
}
