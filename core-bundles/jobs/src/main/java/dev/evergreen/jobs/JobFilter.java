package dev.evergreen.jobs;

import dev.evergreen.domain.job.JobState;
import java.util.Optional;
import java.util.UUID;

/** Which jobs are listed; empty means any. */
public record JobFilter(Optional<UUID> projectId, Optional<String> kind, Optional<JobState> state, boolean rootsOnly) {
    public static final JobFilter ALL = new JobFilter(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
