package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Hears what all nodes publish, on a connection and a thread of its own. Every node, this one included, gives a sign of life every
 * few seconds, so a connection on which nothing comes is dead and is made anew.
 */
final class Listener implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration PATIENCE = Outbox.LONGEST_SILENCE.multipliedBy(3);
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private final RedisLink link;
    private final String channel;
    private final Consumer<String> onMessage;
    private final Runnable onGap;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean listening;
    private volatile @Nullable ServerConnection connection;
    private boolean missed;

    /** @param onGap runs when it listens again after messages may have been missed */
    Listener(RedisLink link, String channel, Consumer<String> onMessage, Runnable onGap) {
        this.link = link;
        this.channel = channel;
        this.onMessage = onMessage;
        this.onGap = onGap;
        this.thread = new Thread(this::listen, "evergreen-redis-listener");
        thread.setDaemon(true);
        thread.start();
    }

    boolean isListening() {
        return listening;
    }

    @Override
    public void close() {
        stopped.countDown();
        ServerConnection open = connection;
        if (open != null) {
            disconnect(open);
        }
        thread.interrupt();
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        long pause = SHORTEST_PAUSE_MILLIS;
        try {
            while (stopped.getCount() > 0) {
                try {
                    hear();
                } catch (JedisException | StorageException e) {
                    LOG.debug("Events of other nodes cannot be heard", e);
                }
                pause = listening ? SHORTEST_PAUSE_MILLIS : Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                listening = false;
                missed = true;
                if (stopped.await(ThreadLocalRandom.current().nextLong(pause / 2, pause), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("The listener ends", e);
        }
    }

    /** Returns by an exception only, when the connection has ended. */
    private void hear() {
        try (ServerConnection open = link.open(PATIENCE)) {
            connection = open;
            if (stopped.getCount() > 0) {
                new Subscription().proceed(open, channel);
            }
        } finally {
            connection = null;
        }
    }

    private static void disconnect(ServerConnection open) {
        try {
            open.disconnect();
        } catch (JedisException e) {
            LOG.debug("The connection was broken already", e);
        }
    }

    /** What hangs on the one channel. */
    private final class Subscription extends JedisPubSub {
        @Override
        public void onSubscribe(String name, int subscriptions) {
            listening = true;
            if (missed) {
                missed = false;
                LOG.info("Hearing the events of other nodes again");
                onGap.run();
            }
        }

        @Override
        public void onMessage(String name, String message) {
            onMessage.accept(message);
        }
    }

    /** What is wrong with listening, when it is not listening. */
    Optional<String> trouble() {
        return listening
                ? Optional.empty()
                : Optional.of("events of other nodes are not heard; their changes show here when somebody looks again");
    }
}
