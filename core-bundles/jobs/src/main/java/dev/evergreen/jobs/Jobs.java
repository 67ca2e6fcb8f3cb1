package dev.evergreen.jobs;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.job.Job;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The durable queues. Every method joins the calling thread's transaction. */
@ProviderType
public interface Jobs {
    /** Stores the jobs and their dependencies at once; they run after commit. Ids in the order given, or of the jobs already there by unique key. */
    List<UUID> submit(List<NewJob> jobs);

    Optional<Job> find(UUID id);

    /** Newest first. */
    Page<Job> list(JobFilter filter, PageRequest page);

    /** The steps of a job, in the order they were submitted. */
    List<Job> children(UUID parentId);

    /** Asks the job and all its steps to stop; running ones end within five seconds. */
    void cancel(UUID id);

    /** Runs a failed, dead or cancelled job again, with those of its steps that did not succeed. */
    void retry(UUID id);
}
