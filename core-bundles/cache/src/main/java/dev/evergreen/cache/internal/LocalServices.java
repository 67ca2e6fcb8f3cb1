package dev.evergreen.cache.internal;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.telemetry.Backing;
import dev.evergreen.domain.telemetry.BackingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes this process's own parts the node's cache, event bus and limiter, unless a Redis server is configured: then the adapter
 * for Redis does. It reads the key {@code url} of that adapter's configuration, so that exactly one of them is there from the
 * start and nobody is moved from one to the other.
 */
@Capability(
        namespace = "osgi.service",
        attribute =
                "objectClass:List<String>='dev.evergreen.domain.storage.Cache,dev.evergreen.domain.storage.EventBus,"
                        + "dev.evergreen.domain.storage.RateLimiter,dev.evergreen.domain.storage.ConcurrencyLimiter'")
@Component(
        immediate = true,
        service = {},
        configurationPid = "dev.evergreen.cache.redis")
public final class LocalServices {
    private static final String SERVER = "url";

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    public LocalServices(BundleContext context, @Reference LocalParts parts, Map<String, Object> redis) {
        if (redis.getOrDefault(SERVER, "").toString().isBlank()) {
            registrations.add(context.registerService(Cache.class, parts.cache(), null));
            registrations.add(context.registerService(EventBus.class, parts.events(), null));
            registrations.add(context.registerService(RateLimiter.class, parts.limiter(), null));
            registrations.add(context.registerService(ConcurrencyLimiter.class, parts.concurrency(), null));
            BackingState state = new BackingState("cache, events and limits", "this process", Optional.empty());
            registrations.add(context.registerService(Backing.class, () -> state, null));
        }
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
