package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.Queue;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's claims alive and everybody's queues tidy, once a second: signs of life, cancellations and deadlines, jobs of
 * dead nodes, kinds without a handler, old rows. A node that cannot give signs of life stops its jobs before others may take them.
 */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int TICKS_PER_HEARTBEAT = 2;
    private static final int TICKS_PER_EXPIRY = 5;
    private static final int TICKS_PER_RESCUE = 10;
    private static final int TICKS_PER_PARKING = 10;
    private static final int TICKS_PER_PRUNING = 3_600;

    private final JobClaims claims;
    private final JobNews news;
    private final RunningJobs running;
    private final HandlerRegistry handlers;
    private final EngineSettings settings;
    private final String node;
    private final ScheduledExecutorService timer;
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final Set<RunningJob> missing = new HashSet<>();
    private Map<UUID, Long> unattended = new HashMap<>();
    private volatile @Nullable UUID worker;
    private Runnable onRegistered = () -> {};
    private volatile boolean parkSoon = true;
    private long lastSign = System.nanoTime();
    private long ticks;
    private boolean reachable = true;

    Upkeep(
            JobClaims claims,
            JobNews news,
            RunningJobs running,
            HandlerRegistry handlers,
            EngineSettings settings,
            String node) {
        this.claims = claims;
        this.news = news;
        this.running = running;
        this.handlers = handlers;
        this.settings = settings;
        this.node = node;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "jobs-upkeep");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param registered runs whenever the node may claim anew */
    void start(Runnable registered) {
        onRegistered = registered;
        timer.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Under which name this node claims; empty as long as the database does not know it. */
    Optional<UUID> worker() {
        return Optional.ofNullable(worker);
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
        UUID known = worker;
        worker = null;
        if (known != null) {
            try {
                claims.withdraw(known);
            } catch (RuntimeException e) {
                LOG.warn("The worker {} could not be withdrawn; others wait {} for it", known, settings.silence(), e);
            }
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
            UUID known = worker;
            if (known == null) {
                register();
            } else if (ticks % TICKS_PER_HEARTBEAT == 0) {
                heartbeat(known);
            }
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
            LOG.warn("The jobs' database does not answer; running jobs go on for a while", e);
        }
        reachable = false;
        if (System.nanoTime() - lastSign
                > settings.silence().multipliedBy(3).dividedBy(4).toNanos()) {
            running.all().forEach(job -> job.stop(RunningJob.Stop.LOST));
        }
    }

    private void register() {
        UUID fresh = UUID.randomUUID();
        news.tell(claims.register(fresh, node, settings.crashes()));
        lastSign = System.nanoTime();
        worker = fresh;
        onRegistered.run();
    }

    private void heartbeat(UUID known) {
        long asked = System.nanoTime();
        Optional<JobClaims.Held> answer = claims.heartbeat(known);
        if (answer.isEmpty()) {
            LOG.warn("Others have taken this node for dead; its jobs stop and it begins anew");
            running.all().forEach(job -> job.stop(RunningJob.Stop.LOST));
            worker = null;
            return;
        }
        lastSign = asked;
        JobClaims.Held held = answer.get();
        for (RunningJob mine : running.all()) {
            UUID id = mine.job().id();
            Long fence = held.fences().get(id);
            if (held.cancelled().contains(id)) {
                mine.stop(RunningJob.Stop.CANCELLED);
            } else if (held.late().contains(id)) {
                mine.stop(RunningJob.Stop.LATE);
            } else if (fence == null || fence != mine.job().fence()) {
                stopUnlessFresh(mine);
            }
        }
        missing.retainAll(running.all());
        handBackUnattended(held);
    }

    /** A claim may be younger than the answer, or end in this very moment: only what stays missing is lost. */
    private void stopUnlessFresh(RunningJob mine) {
        if (!missing.add(mine)) {
            mine.stop(RunningJob.Stop.LOST);
        }
    }

    private void handBackUnattended(JobClaims.Held held) {
        Map<UUID, Long> seen = new HashMap<>();
        held.fences().forEach((id, fence) -> {
            if (running.find(id).isEmpty()) {
                if (fence.equals(unattended.get(id))) {
                    LOG.warn("Nobody works on job {} although it is claimed; it is handed back", id);
                    claims.giveBack(id, fence, Duration.ZERO, false, "").ifPresent(news::tell);
                } else {
                    seen.put(id, fence);
                }
            }
        });
        unattended = seen;
    }

    private void tidy() {
        if (ticks % TICKS_PER_EXPIRY == 1) {
            news.tell(claims.expire());
        }
        if (ticks % TICKS_PER_RESCUE == 2) {
            news.tell(claims.rescue(settings.silence(), settings.rescues()));
        }
        if (ticks % TICKS_PER_PARKING == 3) {
            parkSoon = true;
        }
        sortKinds();
        if (ticks % TICKS_PER_PRUNING == TICKS_PER_PRUNING - 1) {
            int removed = claims.prune(settings.history());
            LOG.info(
                    "{} jobs that ended more than {} days ago were removed",
                    removed,
                    settings.history().toDays());
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
