package dev.evergreen.cache.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.ConcurrencyRequest;
import dev.evergreen.storage.contract.ConcurrencyLimiterContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LocalConcurrencyLimiterTest extends ConcurrencyLimiterContract {
    private final AtomicLong nanos = new AtomicLong(-17);
    private final LocalConcurrencyLimiter limiter = new LocalConcurrencyLimiter(nanos::get);

    @Override
    protected ConcurrencyLimiter limiter(int client) {
        return limiter;
    }

    @Override
    protected void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void forgetsKeysThatNobodyIsAt() {
        Duration minute = Duration.ofMinutes(1);
        for (int i = 0; i < 100; i++) {
            limiter.enter(new ConcurrencyRequest("key-" + i, "a", 1, minute, minute));
            limiter.enter(new ConcurrencyRequest("key-" + i, "b", 1, minute, minute));
            limiter.leave("key-" + i, "a");
            limiter.leave("key-" + i, "b");
        }
        assertEquals(0, limiter.keys());
    }
}
