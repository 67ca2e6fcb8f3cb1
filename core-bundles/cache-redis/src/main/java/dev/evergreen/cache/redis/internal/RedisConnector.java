package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.NodeLocal;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.telemetry.Backing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Makes a Redis server the node's cache, event bus and limiter once one is configured; without one the in-process adapters are. The
 * services are there at once and for good, whether or not the server is.
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
@Designate(ocd = RedisConfiguration.class)
public final class RedisConnector {
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final @Nullable RedisServices services;

    @Activate
    public RedisConnector(BundleContext context, @Reference NodeLocal local, RedisConfiguration configuration) {
        if (configuration.url().isBlank()) {
            services = null;
            return;
        }
        RedisServices open =
                new RedisServices(RedisSettings.of(configuration, System::getenv), local, Clock.systemUTC());
        services = open;
        registrations.add(context.registerService(Cache.class, open.cache(), null));
        registrations.add(context.registerService(EventBus.class, open.events(), null));
        registrations.add(context.registerService(RateLimiter.class, open.limiter(), null));
        registrations.add(context.registerService(ConcurrencyLimiter.class, open.concurrency(), null));
        registrations.add(context.registerService(Backing.class, open::state, null));
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        if (services != null) {
            services.close();
        }
    }
}
