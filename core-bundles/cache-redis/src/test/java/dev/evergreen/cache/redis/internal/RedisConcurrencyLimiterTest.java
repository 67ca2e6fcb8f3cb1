package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.storage.contract.ConcurrencyLimiterContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class RedisConcurrencyLimiterTest extends ConcurrencyLimiterContract {
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
    protected ConcurrencyLimiter limiter(int client) {
        return nodes.get(client).services.concurrency();
    }

    @Override
    protected void pass(Duration time) {
        TestRedis.pass(time);
    }
}
