package dev.evergreen.projects.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two pages of jobs, of which every other one has ended. */
final class FakeJobs implements Jobs {
    final List<Job> stored = new ArrayList<>();
    final List<UUID> cancelled = new ArrayList<>();

    FakeJobs(UUID projectId) {
        for (JobState state : List.of(JobState.SUCCEEDED, JobState.RUNNING, JobState.FAILED, JobState.PENDING)) {
            stored.add(new Job(
                    UUID.randomUUID(),
                    Optional.of(projectId),
                    Optional.empty(),
                    Queue.GENERATION,
                    "production",
                    "Make",
                    state,
                    0,
                    0,
                    "",
                    "{}",
                    "{}",
                    "",
                    0,
                    0,
                    "c",
                    Fakes.CLOCK.instant(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    @Override
    public Page<Job> list(JobFilter filter, PageRequest page) {
        return page.cursor().isEmpty()
                ? new Page<>(stored.subList(0, 2), Optional.of("2"), stored.size())
                : new Page<>(stored.subList(2, 4), Optional.empty(), stored.size());
    }

    @Override
    public void cancel(UUID id) {
        cancelled.add(id);
    }

    @Override
    public List<UUID> submit(List<NewJob> jobs) {
        throw new AssertionError("projects start no jobs");
    }

    @Override
    public Optional<Job> find(UUID id) {
        return Optional.empty();
    }

    @Override
    public List<Job> children(UUID parentId) {
        return List.of();
    }

    @Override
    public void retry(UUID id) {
        throw new AssertionError("projects retry no jobs");
    }
}
