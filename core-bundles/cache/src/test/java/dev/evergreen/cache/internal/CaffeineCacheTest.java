package dev.evergreen.cache.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.storage.contract.CacheContract;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CaffeineCacheTest extends CacheContract {
    private static final int MEBIBYTE = 1 << 20;

    private final AtomicLong nanos = new AtomicLong();
    private final CaffeineCache cache = new CaffeineCache(MEBIBYTE, nanos::get);

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void staysWithinItsMemoryAndCountsWhatItDrops() {
        for (int i = 0; i < 100; i++) {
            cache.put("big:" + i, new byte[MEBIBYTE / 10], step(), Set.of("all"));
        }
        long there = IntStream.range(0, 100)
                .filter(i -> cache.get("big:" + i).isPresent())
                .count();
        assertTrue(there <= 9, "of 100 entries of a tenth of the memory at most 9 are there, found " + there);
        assertTrue(
                cache.statistics().get("big").evictions() >= 91,
                cache.statistics().toString());
    }

    @Test
    void leavesNoTagsBehind() {
        for (int i = 0; i < 1000; i++) {
            cache.put("big:" + i, new byte[MEBIBYTE / 10], step(), Set.of("tag-" + i));
        }
        assertTrue(cache.indexedTags() <= 9, "evicted entries keep no tags: " + cache.indexedTags());
        pass(step().multipliedBy(2));
        assertEquals(0, cache.indexedTags(), "expired entries keep no tags");
    }

    @Test
    void keepsEntriesForAsLongAsAnyoneWants() {
        cache.putText("test:long", "a", Duration.ofSeconds(Long.MAX_VALUE), Set.of());
        pass(Duration.ofDays(36500));
        assertEquals(Optional.of("a"), cache.getText("test:long"));
    }

    @Test
    void anInvalidationIsSeenByEveryThread() throws Exception {
        for (int round = 0; round < 200; round++) {
            cache.putText("test:shared", "old", step(), Set.of("t"));
            CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 50; i++) {
                    cache.getText("test:shared");
                }
            });
            cache.invalidateTag("t");
            assertEquals(
                    Optional.empty(),
                    CompletableFuture.supplyAsync(() -> cache.getText("test:shared"))
                            .get(10, TimeUnit.SECONDS));
            others.get(10, TimeUnit.SECONDS);
        }
    }
}
