package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.ConcurrencyDecision;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.ConcurrencyRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Places over all nodes, leased on the clock of the server. While it is away, each node keeps to its share of the places; who was
 * inside before an outage is not counted in it.
 */
final class RedisConcurrencyLimiter implements ConcurrencyLimiter {
    private final RedisLink link;
    private final String prefix;
    private final ConcurrencyLimiter local;
    private final IntSupplier nodes;
    private final Script enter = Script.named("enter.lua");
    private final Script leave = Script.named("leave.lua");

    /**
     * @param local keeps this node's share
     * @param nodes how many share the places, 1 or more
     */
    RedisConcurrencyLimiter(RedisLink link, String prefix, ConcurrencyLimiter local, IntSupplier nodes) {
        this.link = link;
        this.prefix = prefix;
        this.local = local;
        this.nodes = nodes;
    }

    @Override
    public ConcurrencyDecision enter(ConcurrencyRequest request) {
        List<byte[]> arguments = List.of(
                text(request.holder()),
                text(Integer.toString(request.places())),
                text(micros(request.lease())),
                text(micros(request.patience())));
        Optional<ConcurrencyDecision> shared =
                link.call(connection -> decision((List<?>) connection.run(enter, keys(request.key()), arguments)));
        return shared.orElseGet(() -> local.enter(request.share(nodes.getAsInt())));
    }

    @Override
    public void leave(String key, String holder) {
        link.call(connection -> connection.run(leave, keys(key), List.of(text(holder))));
        // It may have entered while the server was away.
        local.leave(key, holder);
    }

    private List<String> keys(String key) {
        String place = prefix + ":places:" + key;
        return List.of(place + ":inside", place + ":line", place + ":patience");
    }

    private static ConcurrencyDecision decision(List<?> answer) {
        return new ConcurrencyDecision((Long) answer.get(0) == 1, Math.toIntExact((Long) answer.get(1)));
    }

    private static String micros(Duration time) {
        return Long.toString(time.toNanos() / 1000);
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
