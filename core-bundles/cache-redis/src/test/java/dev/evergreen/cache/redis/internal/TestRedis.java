package dev.evergreen.cache.redis.internal;

import dev.evergreen.cache.internal.LocalConcurrencyLimiter;
import dev.evergreen.cache.internal.LocalEventBus;
import dev.evergreen.cache.internal.LocalRateLimiter;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.NodeLocal;
import dev.evergreen.domain.storage.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A node as far as Redis is concerned. */
final class TestRedis implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final RedisServices services;
    private final LocalEventBus local = new LocalEventBus();

    TestRedis(RedisSettings settings) {
        RateLimiter limiter = new LocalRateLimiter();
        ConcurrencyLimiter concurrency = new LocalConcurrencyLimiter();
        services = new RedisServices(
                settings,
                new NodeLocal() {
                    @Override
                    public EventBus events() {
                        return local;
                    }

                    @Override
                    public RateLimiter limiter() {
                        return limiter;
                    }

                    @Override
                    public ConcurrencyLimiter concurrency() {
                        return concurrency;
                    }
                },
                Clock.systemUTC());
    }

    static RedisSettings settings(int port, String prefix) {
        return new RedisSettings("127.0.0.1", port, 0, "", "", false, Optional.empty(), prefix, 8, 1000);
    }

    static String newPrefix() {
        return "test-" + UUID.randomUUID();
    }

    TestRedis listening() {
        await("the node listens", () -> services.events().isListening());
        return this;
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            pass(Duration.ofMillis(10));
        }
    }

    /** Returns when that much real time has passed. */
    static void pass(Duration time) {
        try {
            new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        services.close();
        local.close();
    }
}
