package dev.evergreen.jobs.internal;

import dev.evergreen.jobs.JobHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The handlers that are there, by kind; the newest of a kind gets its jobs. */
final class HandlerRegistry {
    private final Map<String, List<JobHandler>> handlers = new ConcurrentHashMap<>();

    void add(String kind, JobHandler handler) {
        handlers.computeIfAbsent(kind, key -> new CopyOnWriteArrayList<>()).add(0, handler);
    }

    /** True when no handler of that kind is left. */
    boolean remove(String kind, JobHandler handler) {
        return handlers.computeIfPresent(kind, (key, all) -> {
                    all.removeIf(one -> one == handler);
                    return all.isEmpty() ? null : all;
                })
                == null;
    }

    Set<String> kinds() {
        return Set.copyOf(handlers.keySet());
    }

    Optional<JobHandler> find(String kind) {
        return handlers.getOrDefault(kind, List.of()).stream().findFirst();
    }

    boolean contains(String kind, JobHandler handler) {
        return handlers.getOrDefault(kind, List.of()).stream().anyMatch(one -> one == handler);
    }
}
