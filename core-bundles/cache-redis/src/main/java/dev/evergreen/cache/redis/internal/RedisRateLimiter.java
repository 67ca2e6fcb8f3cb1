package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.RateDecision;
import dev.evergreen.domain.storage.RateLimit;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.storage.RateRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Rates over all nodes, on the clock of the server. While it is away, each node keeps to its share: the limit divided by the nodes
 * that were there at last. After an outage, or when the server has forgotten everything, one burst more than the limit may pass.
 */
final class RedisRateLimiter implements RateLimiter {
    private final RedisLink link;
    private final String prefix;
    private final RateLimiter local;
    private final IntSupplier nodes;
    private final Script acquire = Script.named("acquire.lua");

    /**
     * @param local keeps this node's share
     * @param nodes how many share the limits, 1 or more
     */
    RedisRateLimiter(RedisLink link, String prefix, RateLimiter local, IntSupplier nodes) {
        this.link = link;
        this.prefix = prefix;
        this.local = local;
        this.nodes = nodes;
    }

    @Override
    public RateDecision acquire(RateRequest request) {
        RateLimit limit = request.limit();
        List<byte[]> arguments = List.of(
                number(micros(limit, request.permits())),
                number(limit.burst() * micros(limit, 1)),
                number(request.patience().toNanos() / 1000));
        List<String> keys = List.of(prefix + ":limit:" + request.key());
        Optional<RateDecision> shared =
                link.call(connection -> decision((List<?>) connection.run(acquire, keys, arguments)));
        return shared.orElseGet(() -> local.acquire(
                new RateRequest(request.key(), request.permits(), limit.share(nodes.getAsInt()), request.patience())));
    }

    private static RateDecision decision(List<?> answer) {
        return new RateDecision(
                (Long) answer.get(0) == 1, Duration.ofNanos(Math.multiplyExact((Long) answer.get(1), 1000L)));
    }

    /** Microseconds in which so many permits accrue, rounded up. */
    private static long micros(RateLimit limit, long permits) {
        return (long) Math.ceil((double) permits * (limit.period().toNanos() / 1000.0) / limit.permits());
    }

    private static byte[] number(long value) {
        return Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    }
}
