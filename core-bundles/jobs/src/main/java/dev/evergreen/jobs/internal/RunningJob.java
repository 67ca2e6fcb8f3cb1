package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A claimed job while its handler works on it: the handler's context, and the engine's grip on it. Thread-safe. */
final class RunningJob implements JobContext {
    /** Why the handler should stop. */
    enum Stop {
        /** Somebody cancelled the job. */
        CANCELLED,
        /** Its deadline has passed. */
        LATE,
        /** The node or the handler's bundle goes away; somebody goes on later. */
        HAND_BACK,
        /** The claim is somebody else's; nothing may be written any more. */
        LOST
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final long NOT_STOPPED = Long.MAX_VALUE;

    private final Job job;
    private final JobHandler handler;
    private final Reports reports;
    private final List<Runnable> onCancel = new ArrayList<>();
    private @Nullable Stop stop;
    private long stoppedAt = NOT_STOPPED;
    private @Nullable Thread thread;
    private boolean released;
    private @Nullable Lane lane;
    private @Nullable Runnable work;
    private long begunAt;
    private boolean withdrawn;

    /** Where a handler's questions and reports go. */
    interface Reports {
        void progress(RunningJob running, int percent, String stage);

        String outputOf(UUID jobId);
    }

    RunningJob(Job job, JobHandler handler, Reports reports) {
        this.job = job;
        this.handler = handler;
        this.reports = reports;
    }

    @Override
    public Job job() {
        return job;
    }

    JobHandler handler() {
        return handler;
    }

    @Override
    public void progress(int percent, String stage) {
        reports.progress(this, Math.max(0, Math.min(100, percent)), stage);
    }

    @Override
    public void throwIfCancelled() {
        Stop reason = stopped();
        if (reason != null) {
            throw new CancellationException("\"" + job.title() + "\" stops: " + reason);
        }
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        synchronized (this) {
            if (stop == null) {
                onCancel.add(action);
                return () -> withdraw(action);
            }
        }
        run(action);
        return () -> {};
    }

    @Override
    public String outputOf(UUID jobId) {
        return reports.outputOf(jobId);
    }

    synchronized @Nullable Stop stopped() {
        return stop;
    }

    /** When the handler was asked to stop, by {@link System#nanoTime}; a time that never comes while it was not. */
    synchronized boolean stoppedLongerThan(long nanos) {
        return stop != null && System.nanoTime() - stoppedAt > nanos;
    }

    /** Asks the handler to stop; a lost claim overrules every other reason. */
    void stop(Stop reason) {
        List<Runnable> actions;
        synchronized (this) {
            if (stop != null) {
                stop = reason == Stop.LOST ? Stop.LOST : stop;
                return;
            }
            stop = reason;
            stoppedAt = System.nanoTime();
            actions = List.copyOf(onCancel);
            onCancel.clear();
        }
        actions.forEach(this::run);
    }

    /** Where it waits for its slot and then has one. */
    synchronized void place(Lane newLane, Runnable newWork) {
        lane = newLane;
        work = newWork;
    }

    /** Gives up waiting for a slot; false when it has one. */
    synchronized boolean withdraw() {
        if (lane != null && work != null && lane.withdraw(work)) {
            withdrawn = true;
            return true;
        }
        return false;
    }

    /** Lets another job have its slot. */
    void freeSlot() {
        Lane mine;
        long worked;
        synchronized (this) {
            mine = withdrawn ? null : lane;
            worked = begunAt == 0 ? 0 : System.nanoTime() - begunAt;
        }
        if (mine != null) {
            mine.freed(Duration.ofNanos(worked));
        }
    }

    /** The calling thread is inside the handler from now on, and may be interrupted. */
    synchronized void begin() {
        thread = Thread.currentThread();
        begunAt = System.nanoTime();
    }

    /** The calling thread has left the handler: nobody interrupts it from here on. */
    synchronized void leave() {
        thread = null;
        // An interrupt meant for the handler must not hit the writing of its outcome.
        if (Thread.interrupted()) {
            LOG.debug("The handler of {} was interrupted", job.id());
        }
    }

    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** True for the first caller only: who releases the job's slot. */
    synchronized boolean release() {
        boolean first = !released;
        released = true;
        return first;
    }

    private synchronized void withdraw(Runnable action) {
        onCancel.remove(action);
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("An action for the cancellation of job {} ({}) failed", job.id(), job.kind(), e);
        }
    }
}
