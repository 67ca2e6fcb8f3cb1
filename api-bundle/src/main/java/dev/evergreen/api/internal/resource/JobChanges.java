package dev.evergreen.api.internal.resource;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.Queues;
import java.util.Locale;

/** Cancels, retries and discards jobs where their state allows it. */
final class JobChanges {
    private JobChanges() {}

    static void cancel(Jobs jobs, Job job) {
        if (job.state().isFinal()) {
            throw conflict(job, "there is nothing to cancel");
        }
        jobs.cancel(job.id());
    }

    static void retry(Jobs jobs, Job job) {
        if (!job.state().isFinal()) {
            throw conflict(job, "wait for its end or cancel it before you retry it");
        }
        if (job.state() == JobState.SUCCEEDED) {
            throw conflict(job, "there is nothing to retry");
        }
        jobs.retry(job.id());
    }

    static void discard(Queues queues, Job job) {
        if (!job.state().isFinal()) {
            throw conflict(job, "cancel it before you discard it");
        }
        if (job.state() == JobState.SUCCEEDED) {
            throw conflict(job, "what succeeded is removed after its time");
        }
        queues.discard(job.id());
    }

    private static ProblemException conflict(Job job, String consequence) {
        String state = job.state().name().toLowerCase(Locale.ROOT);
        return new ProblemException(
                Problem.Kind.CONFLICT, "state", "'" + job.title() + "' is " + state + "; " + consequence + ".");
    }
}
