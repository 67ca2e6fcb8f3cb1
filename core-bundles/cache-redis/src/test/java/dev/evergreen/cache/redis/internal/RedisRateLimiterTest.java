package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.storage.contract.RateLimiterContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class RedisRateLimiterTest extends RateLimiterContract {
    private final String prefix = TestRedis.newPrefix();
    private final List<TestRedis> nodes = List.of(
            new TestRedis(SharedServer.settings(prefix)),
            new TestRedis(SharedServer.settings(prefix)),
            new TestRedis(SharedServer.settings(prefix)));

    @AfterEach
    void close() {
        nodes.forEach(TestRedis::close);
    }

    @Override
    protected RateLimiter limiter(int client) {
        return nodes.get(client).services.limiter();
    }

    @Override
    protected void pass(Duration time) {
        TestRedis.pass(time);
    }
}
