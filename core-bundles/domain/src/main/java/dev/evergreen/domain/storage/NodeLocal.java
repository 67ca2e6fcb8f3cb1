package dev.evergreen.domain.storage;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Cache, events and limits of this process alone. Whoever needs these ports uses the services {@link Cache}, {@link EventBus},
 * {@link RateLimiter} and {@link ConcurrencyLimiter}; this is for adapters that share them over nodes: they hand on to it what comes from elsewhere, and
 * fall back on it while their server is away.
 */
@ProviderType
public interface NodeLocal {
    EventBus events();

    RateLimiter limiter();

    ConcurrencyLimiter concurrency();
}
