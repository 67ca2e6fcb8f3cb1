package dev.evergreen.cache.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheCounters;
import dev.evergreen.domain.storage.CacheStatistics;
import dev.evergreen.domain.storage.StorageException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cache of one process, bounded by the bytes of keys and values. */
final class CaffeineCache implements Cache {
    private static final int MOST_MEBIBYTES = 4096;
    private static final int ENTRY_OVERHEAD_BYTES = 128;

    private final com.github.benmanes.caffeine.cache.Cache<String, Entry> entries;
    private final TagIndex tags = new TagIndex();
    private final CacheCounters counters = new CacheCounters();

    CaffeineCache(CacheConfiguration configuration) {
        this(checked(configuration.mebibytes()) << 20, Ticker.systemTicker());
    }

    /** @param mostBytes of keys, values and what an entry costs beside them */
    CaffeineCache(long mostBytes, Ticker ticker) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher(CaffeineCache::weigh)
                .expireAfter(new TimeToLive())
                .ticker(ticker)
                // Called within the atomic removal of the entry, so the index never loses a newer one of the same key.
                .evictionListener(this::evicted)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<byte[]> get(String key) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) {
            counters.miss(key);
            return Optional.empty();
        }
        counters.hit(key);
        return Optional.of(entry.value.clone());
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive, Set<String> entryTags) {
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException(
                    "The time to live of cache entry " + key + " must be more than zero: " + timeToLive);
        }
        Entry entry = new Entry(value.clone(), nanos(timeToLive), Set.copyOf(entryTags));
        entries.asMap().compute(key, (same, before) -> {
            if (before != null) {
                tags.remove(key, before.tags);
            }
            tags.add(key, entry.tags);
            return entry;
        });
    }

    @Override
    public void invalidate(String key) {
        entries.asMap().computeIfPresent(key, (same, entry) -> forget(key, entry));
    }

    @Override
    public void invalidateTag(String tag) {
        for (String key : tags.keys(tag)) {
            entries.asMap()
                    .computeIfPresent(key, (same, entry) -> entry.tags.contains(tag) ? forget(key, entry) : entry);
        }
    }

    @Override
    public void clear() {
        entries.asMap().keySet().forEach(this::invalidate);
    }

    @Override
    public Map<String, CacheStatistics> statistics() {
        return counters.statistics();
    }

    /** Entries and index both, for tests of what is left behind. */
    int indexedTags() {
        entries.cleanUp();
        return tags.size();
    }

    private @Nullable Entry forget(String key, Entry entry) {
        tags.remove(key, entry.tags);
        return null;
    }

    private void evicted(@Nullable String key, @Nullable Entry entry, RemovalCause cause) {
        if (key != null && entry != null) {
            tags.remove(key, entry.tags);
            if (cause == RemovalCause.SIZE) {
                counters.evicted(key);
            }
        }
    }

    private static int weigh(String key, Entry entry) {
        long bytes = 2L * key.length() + entry.value.length + ENTRY_OVERHEAD_BYTES;
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static long nanos(Duration duration) {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE);
        return duration.compareTo(longest) > 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    private static long checked(int mebibytes) {
        if (mebibytes < 1 || mebibytes > MOST_MEBIBYTES) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "mebibytes=" + mebibytes + " in etc/dev.evergreen.cache.cfg must be 1 to " + MOST_MEBIBYTES);
        }
        return mebibytes;
    }

    private static final class Entry {
        private final byte[] value;
        private final long nanosToLive;
        private final Set<String> tags;

        Entry(byte[] value, long nanosToLive, Set<String> tags) {
            this.value = value;
            this.nanosToLive = nanosToLive;
            this.tags = tags;
        }
    }

    private static final class TimeToLive implements Expiry<String, Entry> {
        @Override
        public long expireAfterCreate(String key, Entry entry, long now) {
            return entry.nanosToLive;
        }

        @Override
        public long expireAfterUpdate(String key, Entry entry, long now, long left) {
            return entry.nanosToLive;
        }

        @Override
        public long expireAfterRead(String key, Entry entry, long now, long left) {
            return left;
        }
    }
}
