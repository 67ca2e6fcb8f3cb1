package dev.evergreen.api.internal;

import dev.evergreen.api.internal.http.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts that a test puts there and takes away. */
final class FakeEngine implements Engine {
    private final Map<Class<?>, List<Object>> parts = new HashMap<>();

    <T> FakeEngine with(Class<T> type, T part) {
        parts.computeIfAbsent(type, key -> new ArrayList<>()).add(part);
        return this;
    }

    void stop(Class<?> type) {
        parts.remove(type);
    }

    @Override
    public <T> Optional<T> find(Class<T> part) {
        return all(part).stream().findFirst();
    }

    @Override
    public <T> List<T> all(Class<T> part) {
        return parts.getOrDefault(part, List.of()).stream().map(part::cast).toList();
    }
}
