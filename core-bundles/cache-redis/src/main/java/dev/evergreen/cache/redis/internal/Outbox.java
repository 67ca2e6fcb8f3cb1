package dev.evergreen.cache.redis.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Sends this node's events in their order, on a thread of its own. What cannot be sent is dropped: the server is away, and whoever
 * missed something is told so when it is back. Every few seconds without an event a sign of life goes out, which also counts the
 * nodes.
 */
final class Outbox implements AutoCloseable {
    /** How many events may wait before the oldest are dropped. */
    static final int MOST_WAITING = 10_000;

    /** The longest silence of a node. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_AT_ONCE = 256;

    private final RedisLink link;
    private final String channel;
    private final String signOfLife;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile int listeners = 1;

    Outbox(RedisLink link, String channel, String sender) {
        this.link = link;
        this.channel = channel;
        this.signOfLife = new Message(sender, java.util.Optional.empty()).text();
        this.thread = new Thread(this::send, "evergreen-redis-outbox");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns at once. */
    void add(String message) {
        while (!waiting.offer(message)) {
            if (waiting.poll() != null) {
                dropped.incrementAndGet();
            }
        }
    }

    /** How many nodes heard the latest message, 1 or more. */
    int listeners() {
        return listeners;
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        List<String> batch = new ArrayList<>();
        try {
            while (!stopped) {
                String first = waiting.poll(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                batch.add(first == null ? signOfLife : first);
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
                publish(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("The outbox ends", e);
        }
    }

    private void publish(List<String> batch) {
        // Twice is harmless: whoever acts on events acts on what is, not on how often it was told.
        boolean sent = link.call(connection -> {
                    for (String message : batch) {
                        connection.sendCommand(new CommandArguments(Command.PUBLISH)
                                .add(channel)
                                .add(message));
                    }
                    int heard = 1;
                    for (Object answer : connection.getMany(batch.size())) {
                        if (answer instanceof JedisException refused) {
                            throw refused;
                        }
                        heard = Math.max(1, Math.toIntExact((Long) answer));
                    }
                    listeners = heard;
                    return heard;
                })
                .isPresent();
        long lost = dropped.getAndSet(0)
                + (sent ? 0 : batch.stream().filter(m -> !m.equals(signOfLife)).count());
        if (lost > 0) {
            LOG.debug("{} events did not reach the other nodes", lost);
        }
    }
}
