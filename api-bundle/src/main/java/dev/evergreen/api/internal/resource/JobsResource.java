package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.JobView;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.Queues;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Jobs of every kind. */
public final class JobsResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/jobs", this::list);
        routes.get("/jobs/{jobId}", exchange -> exchange.ok(JobView.withInput(job(exchange, Action.VIEW))));
        routes.delete("/jobs/{jobId}", this::discard);
        routes.get("/jobs/{jobId}/steps", this::steps);
        routes.post("/jobs/{jobId}/cancel", this::cancel);
        routes.post("/jobs/{jobId}/retry", this::retry);
    }

    private void list(Exchange exchange) {
        Optional<UUID> project = exchange.queryId("projectId");
        exchange.require(Action.VIEW, project);
        JobFilter filter = new JobFilter(
                project,
                exchange.query("kind"),
                exchange.query("state").map(JobsResource::state),
                exchange.query("rootsOnly").filter("true"::equals).isPresent());
        exchange.page(jobs(exchange).list(filter, exchange.page()), JobView::of);
    }

    private static JobState state(String word) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.INVALID,
                        "state",
                        "state is '" + word + "'; choose one of "
                                + Arrays.toString(JobState.values()).toLowerCase(Locale.ROOT) + "."));
    }

    private void steps(Exchange exchange) {
        List<Job> steps = jobs(exchange).children(job(exchange, Action.VIEW).id());
        exchange.ok(steps.stream().map(JobView::of).toList());
    }

    private void cancel(Exchange exchange) {
        JobChanges.cancel(jobs(exchange), job(exchange, Action.EDIT));
        exchange.accepted(JobView.of(job(exchange, Action.VIEW)));
    }

    private void retry(Exchange exchange) {
        JobChanges.retry(jobs(exchange), job(exchange, Action.SPEND));
        exchange.accepted(JobView.of(job(exchange, Action.VIEW)));
    }

    private void discard(Exchange exchange) {
        Job job = job(exchange, Action.EDIT);
        JobChanges.discard(exchange.part(Queues.class), job);
        exchange.nothing();
    }

    private static Job job(Exchange exchange, Action action) {
        UUID id = exchange.id("jobId");
        Job job = jobs(exchange)
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND, "jobId", "There is no job " + id + "; list the jobs to find it."));
        exchange.require(action, job.projectId());
        return job;
    }

    private static Jobs jobs(Exchange exchange) {
        return exchange.part(Jobs.class);
    }
}
