package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheCounters;
import dev.evergreen.domain.storage.CacheStatistics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * The cache that all nodes share. An entry is a hash of its value and of the versions that its tags had when it was put; a tag is a
 * key with its version. An entry counts only while all versions are the same, so invalidating a tag is the removal of one key,
 * however many entries carry it, and a tag that the server dropped for lack of memory takes its entries with it. One more tag
 * that all entries carry stands for the whole cache. Nothing is kept in this process: whatever an invalidation removed, no node
 * can find. The keys carry the server's run (see {@link ServerConnection}).
 */
final class RedisCache implements Cache {
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final String EVERY_ENTRY = "*";
    private static final String NAMED = "=";

    private final RedisLink link;
    private final String prefix;
    private final Script get = Script.named("get.lua");
    private final Script put = Script.named("put.lua");
    private final CacheCounters counters = new CacheCounters();
    private final Forgetting forgetting;

    RedisCache(RedisLink link, String prefix) {
        this.link = link;
        this.prefix = prefix;
        this.forgetting = new Forgetting(this::remove, tagName(EVERY_ENTRY));
    }

    @Override
    public Optional<byte[]> get(String key) {
        Optional<byte[]> value = forgetting.isDone()
                ? link.call(connection -> Optional.ofNullable((byte[]) connection.run(
                                get,
                                List.of(full(connection, entryName(key))),
                                List.of(bytes(full(connection, tagName("")))))))
                        .flatMap(found -> found)
                : Optional.empty();
        if (value.isPresent()) {
            counters.hit(key);
        } else {
            counters.miss(key);
        }
        return value;
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive, Set<String> tags) {
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException(
                    "The time to live of cache entry " + key + " must be more than zero: " + timeToLive);
        }
        long live = Math.max(1, (timeToLive.compareTo(LONGEST) > 0 ? LONGEST : timeToLive).toMillis());
        boolean stored = forgetting.isDone()
                && link.call(connection -> connection.run(
                                put,
                                List.of(full(connection, entryName(key))),
                                arguments(connection, value.clone(), live, tags)))
                        .isPresent();
        if (!stored) {
            // The value before this one is out of date now.
            forgetting.forget(entryName(key));
        }
    }

    @Override
    public void invalidate(String key) {
        forgetting.forget(entryName(key));
    }

    @Override
    public void invalidateTag(String tag) {
        forgetting.forget(tagName(NAMED + tag));
    }

    @Override
    public void clear() {
        forgetting.forget(tagName(EVERY_ENTRY));
    }

    @Override
    public Map<String, CacheStatistics> statistics() {
        return counters.statistics();
    }

    private boolean remove(Collection<String> names) {
        return link.call(connection -> {
                    CommandArguments command = new CommandArguments(Command.UNLINK);
                    names.forEach(name -> command.add(full(connection, name)));
                    return connection.executeCommand(command);
                })
                .isPresent();
    }

    private List<byte[]> arguments(ServerConnection connection, byte[] value, long live, Set<String> tags) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(full(connection, tagName(""))));
        arguments.add(value);
        arguments.add(bytes(Long.toString(live)));
        arguments.add(bytes(UUID.randomUUID().toString()));
        arguments.add(bytes(EVERY_ENTRY));
        tags.forEach(tag -> arguments.add(bytes(NAMED + tag)));
        return arguments;
    }

    private String full(ServerConnection connection, String name) {
        return prefix + ":cache:" + connection.run() + ":" + name;
    }

    private static String entryName(String key) {
        return "entry:" + key;
    }

    private static String tagName(String tag) {
        return "tag:" + tag;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
