package dev.evergreen.cache.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which keys carry a tag. Thread-safe; a tag without keys is forgotten. */
final class TagIndex {
    private final ConcurrentMap<String, Set<String>> keysByTag = new ConcurrentHashMap<>();

    void add(String key, Set<String> tags) {
        for (String tag : tags) {
            keysByTag.compute(tag, (same, keys) -> {
                Set<String> all = keys == null ? new HashSet<>() : keys;
                all.add(key);
                return all;
            });
        }
    }

    void remove(String key, Set<String> tags) {
        for (String tag : tags) {
            keysByTag.computeIfPresent(tag, (same, keys) -> {
                keys.remove(key);
                return keys.isEmpty() ? null : keys;
            });
        }
    }

    /** The keys at this moment. */
    List<String> keys(String tag) {
        List<String> found = new java.util.ArrayList<>();
        keysByTag.computeIfPresent(tag, (same, keys) -> {
            found.addAll(keys);
            return keys;
        });
        return found;
    }

    int size() {
        return keysByTag.size();
    }
}
