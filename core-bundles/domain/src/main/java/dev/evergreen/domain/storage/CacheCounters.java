package dev.evergreen.domain.storage;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts for {@link Cache#statistics()}, by the region of a key. Thread-safe. */
public final class CacheCounters {
    private static final String NO_REGION = "other";

    private final ConcurrentMap<String, Counters> regions = new ConcurrentHashMap<>();

    public void hit(String key) {
        region(key).hits.increment();
    }

    public void miss(String key) {
        region(key).misses.increment();
    }

    public void evicted(String key) {
        region(key).evictions.increment();
    }

    public Map<String, CacheStatistics> statistics() {
        Map<String, CacheStatistics> statistics = new TreeMap<>();
        regions.forEach((region, counts) -> statistics.put(
                region, new CacheStatistics(counts.hits.sum(), counts.misses.sum(), counts.evictions.sum())));
        return statistics;
    }

    private Counters region(String key) {
        int colon = key.indexOf(':');
        return regions.computeIfAbsent(colon < 0 ? NO_REGION : key.substring(0, colon), name -> new Counters());
    }

    private static final class Counters {
        private final LongAdder hits = new LongAdder();
        private final LongAdder misses = new LongAdder();
        private final LongAdder evictions = new LongAdder();
    }
}
