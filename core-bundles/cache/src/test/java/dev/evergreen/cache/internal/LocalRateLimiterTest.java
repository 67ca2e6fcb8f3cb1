package dev.evergreen.cache.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.RateLimit;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.storage.RateRequest;
import dev.evergreen.storage.contract.RateLimiterContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LocalRateLimiterTest extends RateLimiterContract {
    private final AtomicLong nanos = new AtomicLong(-17);
    private final LocalRateLimiter limiter = new LocalRateLimiter(nanos::get);

    @Override
    protected RateLimiter limiter(int client) {
        return limiter;
    }

    @Override
    protected void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void forgetsKeysThatHaveRested() {
        RateLimit limit = RateLimit.of(1, Duration.ofSeconds(1));
        for (int i = 0; i < 20_000; i++) {
            limiter.acquire(new RateRequest("key-" + i, 1, limit, Duration.ZERO));
            pass(Duration.ofMillis(10));
        }
        assertTrue(limiter.keys() <= 4096 + 100, "known keys: " + limiter.keys());
    }
}
