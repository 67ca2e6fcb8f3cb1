package dev.evergreen.productions.internal;

import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;

/** A step that asks providers. While its turn at a vendor has not come it is a row and no thread. */
interface ProviderStep extends JobHandler {
    JobOutcome serve(JobContext job) throws JobFailedException, TurnNotYet;

    @Override
    default JobOutcome handle(JobContext job) throws JobFailedException {
        try {
            return serve(job);
        } catch (TurnNotYet e) {
            job.progress(job.job().progress(), String.valueOf(e.getMessage()));
            return new JobOutcome.Again(e.after());
        }
    }
}
