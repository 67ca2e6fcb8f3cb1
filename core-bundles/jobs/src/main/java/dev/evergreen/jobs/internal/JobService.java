package dev.evergreen.jobs.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobDraft;
import dev.evergreen.domain.job.JobStore;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The submitters' side of the queues; it works on nodes that run no jobs, too. */
@Component(configurationPid = JobEngine.PID)
@Designate(ocd = JobsConfiguration.class)
public final class JobService implements Jobs {
    private final JobStore store;
    private final JobNews news;
    private final int attempts;

    @Activate
    public JobService(@Reference JobStore store, @Reference JobNews news, JobsConfiguration configuration) {
        this(store, news, configuration.attempts());
    }

    /** @param attempts how often a job is begun before it is dead */
    public JobService(JobStore store, JobNews news, int attempts) {
        this.store = store;
        this.news = news;
        this.attempts = attempts;
    }

    @Override
    public List<UUID> submit(List<NewJob> jobs) {
        JobStore.Inserted inserted = store.insert(jobs.stream().map(this::draft).toList());
        news.tell(inserted.jobs());
        return inserted.ids();
    }

    @Override
    public Optional<Job> find(UUID id) {
        return store.find(id);
    }

    @Override
    public Page<Job> list(JobFilter filter, PageRequest page) {
        return store.list(filter.projectId(), filter.kind(), filter.state(), filter.rootsOnly(), page);
    }

    @Override
    public List<Job> children(UUID parentId) {
        return store.children(parentId);
    }

    @Override
    public void cancel(UUID id) {
        JobStore.Cancelled cancelled = store.cancel(id);
        news.tell(cancelled.ended());
        news.wantStop(cancelled.running());
    }

    @Override
    public void retry(UUID id) {
        news.tell(store.retry(id));
    }

    private JobDraft draft(NewJob job) {
        return new JobDraft(
                job.id(),
                job.projectId(),
                job.parentId(),
                job.queue(),
                job.kind(),
                job.title(),
                job.priority(),
                job.input(),
                job.uniqueKey(),
                job.dependsOn(),
                job.deadline(),
                attempts,
                job.weight(),
                job.correlationId(),
                job.helper());
    }
}
