package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The connections to one server, and what is known of its being there. A server that does not answer is left alone for up to a
 * second before it is tried again, so that nobody waits for it time and again. Thread-safe.
 */
final class RedisLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final RedisSettings settings;
    private final HostAndPort server;
    private final ConnectionPool pool;
    private volatile @Nullable String trouble;
    private volatile long triedAgainAt = System.nanoTime();

    /** @throws StorageException MISCONFIGURED when the certificates cannot be used; no connection is made yet */
    RedisLink(RedisSettings settings) {
        this.settings = settings;
        this.server = new HostAndPort(settings.host(), settings.port());
        JedisClientConfig config = config(Duration.ZERO);
        GenericObjectPoolConfig<Connection> limits = new GenericObjectPoolConfig<>();
        limits.setMaxTotal(settings.connections());
        limits.setMaxIdle(settings.connections());
        limits.setMaxWait(Duration.ofMillis(settings.timeoutMillis()));
        limits.setJmxEnabled(false);
        this.pool = new ConnectionPool(
                new ConnectionFactory(server, config) {
                    @Override
                    public PooledObject<Connection> makeObject() {
                        return new DefaultPooledObject<>(new ServerConnection(server, config));
                    }
                },
                limits);
    }

    /**
     * Does something that may be done twice, as it is when the first connection turns out to be dead.
     *
     * @return empty when the server is away or refuses
     */
    <T> Optional<T> call(Function<ServerConnection, T> work) {
        if (trouble != null && System.nanoTime() - triedAgainAt < 0) {
            return Optional.empty();
        }
        try {
            T result;
            try {
                result = once(work);
            } catch (JedisConnectionException e) {
                LOG.debug("A connection is dead; trying a new one", e);
                pool.clear();
                result = once(work);
            }
            recovered();
            return Optional.of(result);
        } catch (JedisException e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** A connection of its own, outside the pool, on which answers may take that long. */
    ServerConnection open(Duration patience) {
        return new ServerConnection(server, config(patience));
    }

    /** What is wrong with the server; empty when the latest call succeeded. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    String place() {
        return settings.place();
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T once(Function<ServerConnection, T> work) {
        try (Connection connection = pool.getResource()) {
            return work.apply((ServerConnection) connection);
        }
    }

    private void recovered() {
        if (trouble != null) {
            trouble = null;
            LOG.info("{} answers again", place());
        }
    }

    private void failed(JedisException failure) {
        long pause = ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS / 2, LONGEST_PAUSE_MILLIS);
        triedAgainAt = System.nanoTime() + Duration.ofMillis(pause).toNanos();
        String found = describe(failure);
        if (!found.equals(trouble)) {
            trouble = found;
            LOG.warn("{}: {}", place(), found);
            LOG.debug("Why the server cannot be used", failure);
        }
    }

    private static String describe(JedisException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String remedy = failure instanceof JedisAccessControlException
                ? "correct user and password, or the user's rights (it needs EVAL, EVALSHA, GET, SET, DEL, UNLINK, PTTL,"
                        + " PEXPIRE, HSET, HGETALL, ZADD, ZREM, ZCARD,"
                        + " ZSCORE, ZRANK, ZRANGEBYSCORE, ZREMRANGEBYSCORE, TIME, INFO, PUBLISH and SUBSCRIBE on the prefix's keys and channels)"
                : failure instanceof JedisConnectionException
                        ? "start the server or correct url in etc/dev.evergreen.cache.redis.cfg"
                        : "see the server's own log";
        return root.getMessage()
                + "; until it serves, this node caches nothing, keeps its share of the limits by itself, and"
                + " looks for work every second; " + remedy;
    }

    private JedisClientConfig config(Duration patience) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .timeoutMillis(settings.timeoutMillis())
                .blockingSocketTimeoutMillis((int) patience.toMillis())
                .database(settings.database())
                .clientName("evergreen");
        if (!settings.user().isEmpty()) {
            config.user(settings.user());
        }
        if (!settings.password().isEmpty()) {
            config.password(settings.password());
        }
        if (settings.tls()) {
            config.ssl(true)
                    .sslSocketFactory(Tls.factory(settings.certificates()))
                    .sslParameters(Tls.parameters());
        }
        return config.build();
    }
}
