package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.JobWorker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives this node's signs of life and learns what it holds: what was cancelled, is late or was lost stops. It has a thread of its own,
 * so that nothing but the database can delay it.
 */
final class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int BEATS_OF_OTHERS = 3;

    private final JobClaims claims;
    private final JobNews news;
    private final RunningJobs running;
    private final EngineSettings settings;
    private final String node;
    private final Lease lease;
    private final ScheduledExecutorService timer;
    private final Set<RunningJob> missing = new HashSet<>();
    private Map<UUID, Long> unattended = new HashMap<>();
    private volatile @Nullable UUID worker;
    private Runnable onRegistered = () -> {};
    private boolean reachable = true;

    Heartbeat(JobClaims claims, JobNews news, RunningJobs running, EngineSettings settings, String node) {
        this.claims = claims;
        this.news = news;
        this.running = running;
        this.settings = settings;
        this.node = node;
        this.lease = new Lease(running, settings.trust());
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "jobs-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param registered runs whenever the node may claim anew */
    void start(Runnable registered) {
        onRegistered = registered;
        lease.start();
        timer.scheduleWithFixedDelay(this::beat, 0, settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Under which name this node claims; empty as long as the database does not know it or does not answer. */
    Optional<UUID> worker() {
        return lease.holds() ? Optional.ofNullable(worker) : Optional.empty();
    }

    /**
     * Whether the silence of others says something of them: the database has answered this node for as long as they need for a few
     * signs of life.
     */
    boolean mayJudgeOthers() {
        return lease.heldFor(settings.heartbeat().multipliedBy(BEATS_OF_OTHERS));
    }

    /** Returns when nothing of this uses the database any more. */
    void stop() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The signs of life do not end; the database may be closed under them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lease.stop();
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

    private void beat() {
        try {
            UUID known = worker;
            if (known == null) {
                register();
            } else {
                ask(known);
            }
            reachable = true;
        } catch (RuntimeException e) {
            if (reachable) {
                LOG.warn("The jobs' database does not answer; running jobs go on for a while", e);
            }
            reachable = false;
        }
    }

    private void register() {
        UUID fresh = UUID.randomUUID();
        long asked = System.nanoTime();
        news.tell(claims.register(fresh, node, settings.crashes()));
        claims.announce(fresh, new JobWorker.Share(settings.concurrency(), settings.rates()));
        lease.confirm(asked);
        worker = fresh;
        onRegistered.run();
    }

    private void ask(UUID known) {
        long asked = System.nanoTime();
        Optional<JobClaims.Held> answer = claims.heartbeat(known);
        if (answer.isEmpty()) {
            LOG.warn("Others have taken this node for dead; its jobs stop and it begins anew");
            running.all().forEach(job -> job.stop(RunningJob.Stop.LOST));
            worker = null;
            return;
        }
        lease.confirm(asked);
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
}
