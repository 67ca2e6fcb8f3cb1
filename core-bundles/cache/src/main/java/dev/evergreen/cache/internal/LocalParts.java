package dev.evergreen.cache.internal;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.NodeLocal;
import dev.evergreen.domain.storage.RateLimiter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Holds what lives in this process, whoever uses it. */
@Component(
        service = {NodeLocal.class, LocalParts.class},
        configurationPid = "dev.evergreen.cache")
@Designate(ocd = CacheConfiguration.class)
public final class LocalParts implements NodeLocal {
    private final Cache cache;
    private final LocalEventBus events = new LocalEventBus();
    private final RateLimiter limiter = new LocalRateLimiter();
    private final ConcurrencyLimiter concurrency = new LocalConcurrencyLimiter();

    @Activate
    public LocalParts(CacheConfiguration configuration) {
        this.cache = new CaffeineCache(configuration);
    }

    @Deactivate
    void close() {
        events.close();
    }

    @Override
    public EventBus events() {
        return events;
    }

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public ConcurrencyLimiter concurrency() {
        return concurrency;
    }

    Cache cache() {
        return cache;
    }
}
