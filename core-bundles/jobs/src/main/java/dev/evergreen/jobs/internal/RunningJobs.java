package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.Jobs;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The jobs at work on this node, one thread each. */
final class RunningJobs implements RunningJob.Reports {
    /** A handler that was asked to stop is interrupted after that time, ... */
    static final Duration INTERRUPT_AFTER = Duration.ofMillis(2_500);

    /** ... and its job goes on without it after that: within five seconds somebody who cancels sees it cancelled. */
    static final Duration ABANDON_AFTER = Duration.ofMillis(4_000);

    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

    private final Map<UUID, RunningJob> jobs = new ConcurrentHashMap<>();
    private final Map<UUID, Progress> reports = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(RunningJobs::thread);
    private final JobClaims claims;
    private final JobNews news;
    private final JobRunner runner;
    private final Jobs outputs;
    private final Map<Queue, Lane> lanes = new EnumMap<>(Queue.class);

    RunningJobs(JobClaims claims, JobNews news, JobRunner runner, Jobs outputs, Map<Queue, Integer> concurrency) {
        concurrency.forEach((queue, slots) -> lanes.put(queue, new Lane(slots, threads)));
        this.claims = claims;
        this.news = news;
        this.runner = runner;
        this.outputs = outputs;
    }

    /** How many more jobs of the queue may be claimed now. */
    int room(Queue queue) {
        Lane lane = lanes.get(queue);
        return lane == null ? 0 : lane.room();
    }

    /**
     * Runs a claimed job in a thread of its own.
     *
     * @param ended receives the time after which it is due again, if it is, once its slot is free
     */
    void start(Job job, JobHandler handler, Consumer<Optional<Duration>> ended) {
        Lane lane = Objects.requireNonNull(lanes.get(job.queue()), job.queue().name());
        RunningJob running = new RunningJob(job, handler, this);
        Runnable work = () -> {
            Thread.currentThread().setName("job-" + job.queue().name().toLowerCase(Locale.ROOT) + "-" + job.kind());
            Optional<Duration> again = runner.run(running);
            release(running);
            ended.accept(again);
        };
        running.place(lane, work);
        jobs.put(job.id(), running);
        lane.run(work);
    }

    Optional<RunningJob> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    Collection<RunningJob> all() {
        return List.copyOf(jobs.values());
    }

    int count() {
        return jobs.size();
    }

    /** Lets these jobs end by themselves for a while, then asks them to stop; returns when none is left. */
    void handBack(Predicate<RunningJob> which, Duration drain) {
        all().stream().filter(which).filter(RunningJob::withdraw).forEach(running -> {
            running.stop(RunningJob.Stop.HAND_BACK);
            abandon(running);
        });
        awaitNone(which, drain);
        all().stream().filter(which).forEach(running -> running.stop(RunningJob.Stop.HAND_BACK));
        awaitNone(which, INTERRUPT_AFTER);
        all().stream().filter(which).forEach(RunningJob::interrupt);
        awaitNone(which, ABANDON_AFTER.minus(INTERRUPT_AFTER));
        all().stream().filter(which).forEach(this::abandon);
    }

    /** Looks after those that were asked to stop and do not. */
    void press() {
        for (RunningJob running : all()) {
            if (running.stopped() != null && running.withdraw() || running.stoppedLongerThan(ABANDON_AFTER.toNanos())) {
                abandon(running);
            } else if (running.stoppedLongerThan(INTERRUPT_AFTER.toNanos())) {
                running.interrupt();
            }
        }
    }

    /** The claims behind them may no longer count: all stop, and nothing of what they do is written. Asks nobody. */
    void lose() {
        for (RunningJob running : all()) {
            running.stop(RunningJob.Stop.LOST);
            if (running.stoppedLongerThan(INTERRUPT_AFTER.toNanos())) {
                running.interrupt();
            }
        }
    }

    @Override
    public void progress(RunningJob running, int percent, String stage) {
        long now = System.nanoTime();
        Progress progress = reports.compute(
                running.job().id(),
                (id, last) -> last == null
                        ? new Progress(percent, stage, now, true)
                        : last.next(percent, stage, now, BETWEEN_REPORTS.toNanos()));
        if (progress.due) {
            store(running, progress);
        }
    }

    /** Stores what was reported too soon after another report. */
    void flush() {
        reports.forEach((id, progress) -> {
            RunningJob running = jobs.get(id);
            if (running != null && !progress.due) {
                Progress now = new Progress(progress.percent, progress.stage, System.nanoTime(), true);
                if (reports.replace(id, progress, now)) {
                    store(running, now);
                }
            }
        });
    }

    @Override
    public String outputOf(UUID jobId) {
        return outputs.find(jobId)
                .map(Job::output)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no job " + jobId + " to take an output from"));
    }

    void close() {
        threads.shutdownNow();
    }

    private void store(RunningJob running, Progress progress) {
        if (running.stopped() != null) {
            return;
        }
        List<Job> changed =
                claims.progress(running.job().id(), running.job().fence(), progress.percent, progress.stage);
        if (changed.isEmpty()) {
            running.stop(RunningJob.Stop.LOST);
        }
        news.tell(changed);
    }

    /** Takes the job from a handler that does not stop. What the handler still does has no claim behind it. */
    private void abandon(RunningJob running) {
        RunningJob.Stop reason = running.stopped();
        if (reason != null && jobs.containsKey(running.job().id())) {
            running.stop(RunningJob.Stop.LOST);
            runner.stopped(running, reason);
            release(running);
        }
    }

    private void release(RunningJob running) {
        if (running.release()) {
            running.freeSlot();
            reports.remove(running.job().id());
            synchronized (this) {
                jobs.remove(running.job().id(), running);
                notifyAll();
            }
        }
    }

    private synchronized void awaitNone(Predicate<RunningJob> which, Duration most) {
        long until = System.nanoTime() + most.toNanos();
        try {
            while (jobs.values().stream().anyMatch(which)) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "job");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @param due whether it is stored now; otherwise it waits for the next look
     */
    private record Progress(int percent, String stage, long at, boolean due) {
        Progress next(int newPercent, String newStage, long now, long between) {
            boolean soon = now - at < between;
            return soon ? new Progress(newPercent, newStage, at, false) : new Progress(newPercent, newStage, now, true);
        }
    }
}
