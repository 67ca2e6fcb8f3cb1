package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.domain.telemetry.Correlation;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.Jobs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one claimed job and writes down how it ended, under the claim's fence. */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private static final int MOST_OWN_FAULTS = 3;

    private final JobClaims claims;
    private final Jobs jobs;
    private final Transactions transactions;
    private final JobNews news;
    private final Backoff backoff;

    JobRunner(JobClaims claims, Jobs jobs, Transactions transactions, JobNews news, Backoff backoff) {
        this.claims = claims;
        this.jobs = jobs;
        this.transactions = transactions;
        this.news = news;
        this.backoff = backoff;
    }

    /** Returns the time after which the job is due again, if it is. */
    Optional<Duration> run(RunningJob running) {
        Job job = running.job();
        try (Correlation.Scope scope = Correlation.open(job.correlationId())) {
            news.begun(job);
            LOG.debug("{} ({}) begins, attempt {}", job.title(), job.kind(), job.attempts());
            return handle(running);
        } catch (RuntimeException e) {
            // The row stays claimed; the next look at the claims finds that nobody works on it and hands it back.
            LOG.error("The outcome of job {} ({}) could not be stored", job.id(), job.kind(), e);
            return Optional.empty();
        }
    }

    /** Writes that the job stops for the reason it was asked to. */
    void stopped(RunningJob running, RunningJob.Stop reason) {
        Job job = running.job();
        switch (reason) {
            case CANCELLED -> tell(claims.end(job.id(), job.fence(), JobState.CANCELLED, "cancelled"));
            case LATE -> tell(claims.end(job.id(), job.fence(), JobState.FAILED, "The deadline has passed"));
            case HAND_BACK -> handBack(job);
            case LOST -> LOG.info("Job {} ({}) belongs to somebody else now", job.id(), job.kind());
        }
    }

    private Optional<Duration> handle(RunningJob running) {
        Job job = running.job();
        try {
            running.throwIfCancelled();
            return settle(running, inHandler(running));
        } catch (LostClaimException e) {
            // Cancelled at the last moment, or gone: the first of these writes that still may, does.
            tell(claims.end(job.id(), job.fence(), JobState.CANCELLED, "cancelled"));
            return Optional.empty();
        } catch (InterruptedException | CancellationException e) {
            return unfinished(running, e);
        } catch (JobFailedException e) {
            return failed(running, e);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return unfinished(running, e);
        }
    }

    private static JobOutcome inHandler(RunningJob running) throws Exception {
        running.begin();
        try {
            return running.handler().handle(running);
        } finally {
            running.leave();
        }
    }

    private Optional<Duration> settle(RunningJob running, JobOutcome outcome) {
        Job job = running.job();
        if (running.stopped() == RunningJob.Stop.CANCELLED) {
            stopped(running, RunningJob.Stop.CANCELLED);
            return Optional.empty();
        }
        if (outcome instanceof JobOutcome.Done done) {
            transactions.run(() -> {
                done.inTransaction().run();
                if (!done.next().isEmpty()) {
                    jobs.submit(done.next());
                }
                List<Job> changed =
                        claims.succeed(job.id(), job.fence(), done.output()).orElseThrow(LostClaimException::new);
                news.tell(changed);
            });
            return Optional.empty();
        }
        JobOutcome.Again again = (JobOutcome.Again) outcome;
        transactions.run(() -> {
            if (!again.helpers().isEmpty()) {
                jobs.submit(again.helpers());
            }
            List<Job> changed = claims.giveBack(job.id(), job.fence(), again.after(), false, "")
                    .orElseThrow(LostClaimException::new);
            news.tell(changed);
        });
        return Optional.of(again.after());
    }

    private Optional<Duration> failed(RunningJob running, JobFailedException e) {
        if (running.stopped() != null || e.retryAfter().isPresent()) {
            return unfinished(running, e);
        }
        Job job = running.job();
        LOG.warn("{} ({}, job {}) failed: {}", job.title(), job.kind(), job.id(), sentence(e));
        tell(claims.end(job.id(), job.fence(), JobState.FAILED, sentence(e)));
        return Optional.empty();
    }

    private Optional<Duration> unfinished(RunningJob running, Throwable e) {
        RunningJob.Stop reason = running.stopped();
        if (reason != null) {
            stopped(running, reason);
            return Optional.empty();
        }
        Job job = running.job();
        Duration after = e instanceof JobFailedException failure
                ? failure.retryAfter().orElseThrow()
                : backoff.after(job.attempts());
        LOG.warn("{} ({}, job {}) failed at attempt {}", job.title(), job.kind(), job.id(), job.attempts(), e);
        if (isItsOwnFault(e) && job.attempts() >= MOST_OWN_FAULTS) {
            tell(claims.end(job.id(), job.fence(), JobState.DEAD, sentence(e)));
            return Optional.empty();
        }
        return due(claims.giveBack(job.id(), job.fence(), after, true, sentence(e)), after);
    }

    /** What no later attempt is likely to do better: too little memory, too deep a recursion, input that cannot be read. */
    private static boolean isItsOwnFault(Throwable e) {
        return e instanceof Error || e instanceof IllegalArgumentException;
    }

    private void handBack(Job job) {
        tell(claims.giveBack(job.id(), job.fence(), Duration.ZERO, false, ""));
        LOG.info("{} ({}, job {}) was handed back", job.title(), job.kind(), job.id());
    }

    private Optional<Duration> due(Optional<List<Job>> changed, Duration after) {
        tell(changed);
        return changed.map(jobs -> after);
    }

    private void tell(Optional<List<Job>> changed) {
        changed.ifPresent(news::tell);
    }

    private static String sentence(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    /** Rolls the end of a job back whose claim is no longer ours. */
    private static final class LostClaimException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
