package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.NodeLocal;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.telemetry.BackingState;
import java.time.Clock;

/** Everything this node shares through one server. */
final class RedisServices implements AutoCloseable {
    private final RedisLink link;
    private final RedisEventBus events;
    private final RedisCache cache;
    private final RedisRateLimiter limiter;
    private final RedisConcurrencyLimiter concurrency;

    RedisServices(RedisSettings settings, NodeLocal local, Clock clock) {
        this.link = new RedisLink(settings);
        this.events = new RedisEventBus(link, settings.prefix(), local.events(), clock);
        this.cache = new RedisCache(link, settings.prefix());
        this.limiter = new RedisRateLimiter(link, settings.prefix(), local.limiter(), events::nodes);
        this.concurrency = new RedisConcurrencyLimiter(link, settings.prefix(), local.concurrency(), events::nodes);
    }

    Cache cache() {
        return cache;
    }

    RedisEventBus events() {
        return events;
    }

    RateLimiter limiter() {
        return limiter;
    }

    ConcurrencyLimiter concurrency() {
        return concurrency;
    }

    BackingState state() {
        return new BackingState(
                "cache, events and limits", link.place(), link.trouble().or(events::trouble));
    }

    @Override
    public void close() {
        events.close();
        link.close();
    }
}
