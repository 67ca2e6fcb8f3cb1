package dev.evergreen.jobs.internal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops this node's jobs in time before others may take them, when its signs of life go unanswered. Its thread waits for nobody, so
 * that it acts although the database neither answers nor refuses. It measures spans only; no clock can mislead it.
 */
final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final RunningJobs running;
    private final Duration trust;
    private final ScheduledExecutorService timer;
    private volatile long confirmed = System.nanoTime();
    private volatile long since = confirmed;
    private boolean lost;

    /** @param trust how long after the last answered sign of life this node's jobs may go on */
    Lease(RunningJobs running, Duration trust) {
        this.running = running;
        this.trust = trust;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "jobs-lease");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    /** @param asked when the sign of life was given that was answered now, by {@link System#nanoTime} */
    void confirm(long asked) {
        if (asked - confirmed > trust.toNanos()) {
            since = System.nanoTime();
        }
        confirmed = asked;
    }

    /** Whether jobs may begin. */
    boolean holds() {
        return System.nanoTime() - confirmed <= trust.toNanos();
    }

    /** Whether signs of life have been answered for so long without a gap. */
    boolean heldFor(Duration time) {
        return holds() && System.nanoTime() - since >= time.toNanos();
    }

    private void look() {
        if (holds()) {
            lost = false;
            return;
        }
        if (!lost && running.count() > 0) {
            LOG.warn("The jobs' database has not answered for {} s; running jobs stop", trust.toSeconds());
        }
        lost = true;
        running.lose();
    }
}
