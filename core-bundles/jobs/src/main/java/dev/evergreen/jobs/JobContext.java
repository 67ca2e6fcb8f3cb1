package dev.evergreen.jobs;

import dev.evergreen.domain.job.Job;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The queue's side of one running job. */
@ProviderType
public interface JobContext {
    Job job();

    /**
     * Stores progress and tells listeners, at most a few times a second.
     *
     * @param percent 0 to 100
     * @param stage for people
     */
    void progress(int percent, String stage);

    /** @throws java.util.concurrent.CancellationException when the job was cancelled or another node took it over */
    void throwIfCancelled();

    /** Runs the action once on cancellation, at once if that has happened; close to withdraw it. */
    AutoCloseable onCancel(Runnable action);

    /** Output of a job this one depends on, a JSON object. */
    String outputOf(UUID jobId);
}
