package dev.evergreen.api.internal;

import dev.evergreen.api.internal.http.Engine;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The engine's parts as the services that are there at the moment of asking. */
final class OsgiEngine implements Engine, AutoCloseable {
    private final BundleContext context;
    private final Map<Class<?>, ServiceTracker<?, ?>> trackers = new ConcurrentHashMap<>();

    OsgiEngine(BundleContext context) {
        this.context = context;
    }

    @Override
    public <T> Optional<T> find(Class<T> part) {
        return Optional.ofNullable(tracker(part).getService());
    }

    @Override
    public <T> List<T> all(Class<T> part) {
        ServiceTracker<T, T> tracker = tracker(part);
        ServiceReference<T>[] references = tracker.getServiceReferences();
        if (references == null) {
            return List.of();
        }
        return Arrays.stream(references)
                .sorted(Comparator.reverseOrder())
                .map(tracker::getService)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Every tracker is one of its key's type. */
    @SuppressWarnings("unchecked")
    private <T> ServiceTracker<T, T> tracker(Class<T> part) {
        return (ServiceTracker<T, T>) trackers.computeIfAbsent(part, type -> {
            ServiceTracker<?, ?> tracker = new ServiceTracker<>(context, type, null);
            tracker.open();
            return tracker;
        });
    }

    @Override
    public void close() {
        trackers.values().forEach(ServiceTracker::close);
    }
}
