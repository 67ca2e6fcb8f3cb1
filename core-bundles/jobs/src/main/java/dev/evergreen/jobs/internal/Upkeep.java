package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.Queue;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps everybody's queues tidy, once a second: handlers that do not stop, deadlines, jobs of dead nodes, kinds without a handler,
 * schedules.
 */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int TICKS_PER_EXPIRY = 5;
    private static final int TICKS_PER_SCHEDULES = 2;
    private static final int TICKS_PER_PARKING = 10;

    private final JobClaims claims;
    private final JobNews news;
    private final RunningJobs running;
    private final HandlerRegistry handlers;
    private final Schedules schedules;
    private final Heartbeat heartbeat;
    private final EngineSettings settings;
    private final ScheduledExecutorService timer;
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private volatile boolean parkSoon = true;
    private long ticks;
    private boolean reachable = true;

    Upkeep(
            JobClaims claims,
            JobNews news,
            RunningJobs running,
            HandlerRegistry handlers,
            Schedules schedules,
            Heartbeat heartbeat,
            EngineSettings settings) {
        this.claims = claims;
        this.news = news;
        this.running = running;
        this.handlers = handlers;
        this.schedules = schedules;
        this.heartbeat = heartbeat;
        this.settings = settings;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "jobs-upkeep");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        timer.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void handlerArrived(String kind) {
        arrived.add(kind);
        soon();
    }

    void parkSoon() {
        parkSoon = true;
        soon();
    }

    /** Returns when nothing of this uses the database any more. */
    void stop() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The upkeep of jobs does not stop; the database may be closed under it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void soon() {
        try {
            timer.execute(this::sortKinds);
        } catch (RejectedExecutionException e) {
            LOG.debug("The node stops; kinds are sorted by the others", e);
        }
    }

    private void tick() {
        try {
            running.press();
            running.flush();
            tidy();
            reachable = true;
        } catch (RuntimeException e) {
            unreachable(e);
        }
        ticks++;
    }

    private void unreachable(RuntimeException e) {
        if (reachable) {
            LOG.warn("The queues cannot be kept tidy now; it is tried again every second", e);
        }
        reachable = false;
    }

    private void tidy() {
        if (ticks % TICKS_PER_EXPIRY == 1) {
            news.tell(claims.expire());
        }
        // After an outage of the database everybody was silent, and nobody is dead.
        if (ticks % settings.ticksPerRescue() == settings.ticksPerRescue() - 1 && heartbeat.mayJudgeOthers()) {
            news.tell(claims.rescue(settings.silence(), settings.rescues()));
        }
        if (ticks % TICKS_PER_PARKING == 3) {
            parkSoon = true;
        }
        sortKinds();
        if (ticks % TICKS_PER_SCHEDULES == 1) {
            schedules.submitDue();
        }
    }

    private void sortKinds() {
        try {
            for (String kind : Set.copyOf(arrived)) {
                arrived.remove(kind);
                news.tell(claims.unpark(kind));
            }
            if (parkSoon) {
                parkSoon = false;
                for (Queue queue : settings.concurrency().keySet()) {
                    news.tell(claims.park(queue, handlers.kinds()));
                }
            }
        } catch (RuntimeException e) {
            parkSoon = true;
            unreachable(e);
        }
    }
}
