package dev.evergreen.domain.storage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A bounded cache of small values, in this process or shared by all nodes. Thread-safe. Anything in it may be gone at any
 * time, so it never holds the only copy of something; once an invalidation has returned, no node answers with the old value.
 * No method fails because a server is away: then nothing is found and nothing is kept, and what was to be forgotten is
 * forgotten before this node's cache answers again. Only a node that alone lost its way to the server cannot keep the other
 * nodes from answering with what they still find there.
 *
 * <p>A key is {@code <region>:<rest>}, for example {@code session:4711}; the region only groups the statistics.
 */
@ProviderType
public interface Cache {
    /** A copy of the value; empty when absent or expired. */
    Optional<byte[]> get(String key);

    /**
     * Stores a copy of the value, replacing value, time to live and tags of an earlier one.
     *
     * @param timeToLive counted from now, more than zero
     * @param tags names by which {@link #invalidateTag} finds the entry; may be empty
     */
    void put(String key, byte[] value, Duration timeToLive, Set<String> tags);

    void invalidate(String key);

    /** Drops every entry that was put with this tag. */
    void invalidateTag(String tag);

    /** Drops everything. */
    void clear();

    /** Counts since start by region, as seen from this node. */
    Map<String, CacheStatistics> statistics();

    default Optional<String> getText(String key) {
        return get(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    default void putText(String key, String value, Duration timeToLive, Set<String> tags) {
        put(key, value.getBytes(StandardCharsets.UTF_8), timeToLive, tags);
    }
}
