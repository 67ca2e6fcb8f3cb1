package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.JobClaims;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.jobs.ScheduledJob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes jobs that ended long ago, once for all nodes. */
@Component(
        service = {JobHandler.class, ScheduledJob.class},
        configurationPid = {JobEngine.NODE_PID, JobEngine.PID},
        property = JobHandler.KIND + "=" + HistoryPruning.NAME)
public final class HistoryPruning implements JobHandler, ScheduledJob {
    static final String NAME = "jobs.prune";

    private final JobClaims claims;
    private final Duration age;
    private final String schedule;

    @Activate
    public HistoryPruning(@Reference JobClaims claims, JobsConfiguration configuration) {
        this(claims, EngineSettings.of(configuration).history(), configuration.prune_schedule());
    }

    HistoryPruning(JobClaims claims, Duration age, String schedule) {
        this.claims = claims;
        this.age = age;
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String schedule() {
        return schedule;
    }

    @Override
    public NewJob job() {
        UUID id = UUID.randomUUID();
        return new NewJob(
                id,
                Optional.empty(),
                Optional.empty(),
                Queue.PROCESSING,
                NAME,
                "Remove jobs that ended more than " + age.toDays() + " days ago",
                0,
                "{}",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                id.toString());
    }

    @Override
    public JobOutcome handle(JobContext job) {
        return JobOutcome.done("{\"removed\": " + claims.prune(age) + "}");
    }
}
