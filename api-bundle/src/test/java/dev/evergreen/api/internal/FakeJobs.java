package dev.evergreen.api.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Jobs that nobody runs. */
final class FakeJobs implements Jobs {
    final Map<UUID, Job> stored = new LinkedHashMap<>();
    JobFilter asked = JobFilter.ALL;

    Job add(JobState state) {
        Job job = Samples.job(UUID.randomUUID(), Optional.of(UUID.randomUUID()), "production", state);
        stored.put(job.id(), job);
        return job;
    }

    @Override
    public List<UUID> submit(List<NewJob> jobs) {
        throw new AssertionError("the API submits no jobs itself");
    }

    @Override
    public Optional<Job> find(UUID id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public Page<Job> list(JobFilter filter, PageRequest page) {
        asked = filter;
        List<Job> all = List.copyOf(stored.values());
        return new Page<>(all, Optional.of("next page/2"), all.size());
    }

    @Override
    public List<Job> children(UUID parentId) {
        return List.of(Samples.job(UUID.randomUUID(), Optional.empty(), "production.render", JobState.WAITING));
    }

    @Override
    public void cancel(UUID id) {
        become(id, JobState.CANCELLED);
    }

    @Override
    public void retry(UUID id) {
        become(id, JobState.PENDING);
    }

    private void become(UUID id, JobState state) {
        Job job = stored.get(id);
        stored.put(id, Samples.job(id, job.projectId(), job.kind(), state));
    }
}
