package dev.evergreen.kit.picture;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is costly to make and the same for many sessions, such as a matte of one pattern and size: as long as there is memory for
 * it, and the latest few only. For all threads; who asks for what is being made waits for it.
 *
 * @param <K> all that the outcome depends on, compared with equals
 * @param <V> immutable, or for all threads
 */
public final class Kept<K, V> {
    private final int most;
    private final Map<K, SoftReference<V>> values = new LinkedHashMap<>(8, 0.75f, true);

    /**
     * @param most how many are kept, at least 1
     */
    public Kept(int most) {
        this.most = most;
    }

    /** What is kept for a key, or else what the maker makes. */
    public synchronized V of(K key, Supplier<V> maker) {
        SoftReference<V> reference = values.get(key);
        @Nullable V known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        V made = maker.get();
        values.put(key, new SoftReference<>(made));
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
        return made;
    }
}
