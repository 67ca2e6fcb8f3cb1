package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import org.osgi.service.component.annotations.Component;

/** The production itself: it begins its steps and ends with the last of them. */
@Component(property = JobHandler.KIND + "=" + Steps.PRODUCTION)
public final class BeginHandler implements JobHandler {
    @Override
    public JobOutcome handle(JobContext job) {
        return new JobOutcome.Done(
                Json.write(Json.readObject(job.job().input())), Steps.beginning(job.job()), () -> {});
    }
}
