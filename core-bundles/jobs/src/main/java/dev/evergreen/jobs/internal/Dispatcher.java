package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.JobRate;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.JobHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims jobs for the free slots of each queue: at once when told of work, and by looking every second. */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final JobClaims claims;
    private final JobNews news;
    private final HandlerRegistry handlers;
    private final RunningJobs running;
    private final Heartbeat heartbeat;
    private final Map<String, JobRate> rates;
    private final WakeUp wakeUp = new WakeUp();
    private final Set<Queue> due = ConcurrentHashMap.newKeySet();
    private boolean ratedFirst;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /** @param rates of those kinds that have one */
    Dispatcher(
            JobClaims claims,
            JobNews news,
            HandlerRegistry handlers,
            RunningJobs running,
            Heartbeat heartbeat,
            Map<String, JobRate> rates) {
        this.claims = claims;
        this.news = news;
        this.handlers = handlers;
        this.running = running;
        this.heartbeat = heartbeat;
        this.rates = rates;
    }

    void start() {
        Thread started = new Thread(this::loop, "jobs-dispatcher");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Something may be due in any queue. */
    void wake() {
        due.addAll(List.of(Queue.values()));
        wakeUp.now();
    }

    /** Something is due in that queue. */
    void wake(Queue queue) {
        due.add(queue);
        wakeUp.now();
    }

    /** Returns when nothing more will be claimed. */
    void stop() {
        stopping = true;
        wakeUp.now();
        Thread started = thread;
        if (started != null) {
            try {
                started.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void loop() {
        boolean reachable = true;
        long lookedAt = System.nanoTime();
        while (!stopping) {
            try {
                Optional<UUID> worker = heartbeat.worker();
                for (Queue queue : Queue.values()) {
                    if (worker.isPresent() && due.remove(queue)) {
                        fill(worker.get(), queue);
                    }
                }
                reachable = true;
            } catch (RuntimeException e) {
                if (reachable) {
                    LOG.warn("No jobs can be claimed now; the queues are asked again every second", e);
                }
                reachable = false;
            }
            try {
                boolean woken = wakeUp.await(POLL);
                // A queue that is woken all the time must not keep the others from being looked at.
                if (!woken || System.nanoTime() - lookedAt >= POLL.toNanos()) {
                    lookedAt = System.nanoTime();
                    due.addAll(List.of(Queue.values()));
                }
            } catch (InterruptedException e) {
                LOG.debug("The dispatcher was interrupted and goes on", e);
            }
        }
    }

    private void fill(UUID worker, Queue queue) {
        Set<String> kinds = handlers.kinds();
        Set<String> free =
                kinds.stream().filter(kind -> !rates.containsKey(kind)).collect(Collectors.toSet());
        // In turns, so that neither those with a rate nor those without wait for the others to be done.
        ratedFirst = !ratedFirst;
        if (ratedFirst) {
            fillRated(worker, queue, kinds);
        }
        if (!free.isEmpty() && running.room(queue) > 0) {
            begin(claims.claim(worker, queue, free, running.room(queue)));
        }
        if (!ratedFirst) {
            fillRated(worker, queue, kinds);
        }
    }

    private void fillRated(UUID worker, Queue queue, Set<String> kinds) {
        for (Map.Entry<String, JobRate> rate : rates.entrySet()) {
            if (kinds.contains(rate.getKey()) && running.room(queue) > 0) {
                begin(claims.claim(worker, queue, rate.getKey(), rate.getValue(), running.room(queue)));
            }
        }
    }

    private void begin(List<Job> claimed) {
        news.tell(claimed);
        // The database may have answered so late that others take this node for dead by now.
        boolean alive = heartbeat.worker().isPresent();
        for (Job job : claimed) {
            Optional<JobHandler> handler = handlers.find(job.kind());
            if (handler.isPresent() && !stopping && alive) {
                start(job, handler.get());
            } else {
                claims.giveBack(job.id(), job.fence(), Duration.ZERO, false, "").ifPresent(news::tell);
            }
        }
    }

    private void start(Job job, JobHandler handler) {
        running.start(job, handler, again -> ended(job.queue(), again));
        if (!handlers.contains(job.kind(), handler)) {
            // It went away just now, too late for its removal to see this job.
            running.find(job.id()).ifPresent(mine -> mine.stop(RunningJob.Stop.HAND_BACK));
        }
    }

    private void ended(Queue queue, Optional<Duration> again) {
        again.filter(after -> after.compareTo(POLL) < 0).ifPresent(wakeUp::after);
        wake(queue);
    }
}
