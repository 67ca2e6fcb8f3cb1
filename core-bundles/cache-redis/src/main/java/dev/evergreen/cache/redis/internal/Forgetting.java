package dev.evergreen.cache.redis.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the server was to forget while it was away. Nothing is read or stored before it has been made up for. Thread-safe.
 */
final class Forgetting {
    /** More names than that are forgotten by forgetting everything. */
    static final int MOST_NAMES = 10_000;

    private final Predicate<Collection<String>> remove;
    private final String everything;
    private final Set<String> missed = new LinkedHashSet<>();
    private volatile boolean done = true;

    /**
     * @param remove removes names from the server, false when it could not
     * @param everything the name whose removal stands for all
     */
    Forgetting(Predicate<Collection<String>> remove, String everything) {
        this.remove = remove;
        this.everything = everything;
    }

    /** Removes a name now, or as soon as the server can be reached. */
    void forget(String name) {
        if (!isDone() || !remove.test(List.of(name))) {
            synchronized (this) {
                if (missed.size() >= MOST_NAMES) {
                    missed.clear();
                    missed.add(everything);
                } else if (!missed.contains(everything)) {
                    missed.add(name);
                }
                done = false;
            }
            // It may have come back meanwhile, and the caller counts on it.
            isDone();
        }
    }

    /** Makes up for what was missed; false when that is still impossible. */
    boolean isDone() {
        if (done) {
            return true;
        }
        synchronized (this) {
            if (!done && remove.test(List.copyOf(missed))) {
                missed.clear();
                done = true;
            }
            return done;
        }
    }
}
