package dev.evergreen.api.internal.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.ApiJson;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A job; its links name what can be done with it now. */
public record JobView(
        UUID id,
        Optional<UUID> projectId,
        Optional<UUID> parentId,
        Queue queue,
        String kind,
        String title,
        JobState state,
        @JsonProperty("final") boolean ended,
        int priority,
        int progress,
        String stage,
        String error,
        int attempts,
        Optional<JsonNode> input,
        JsonNode output,
        String correlationId,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        Map<String, String> links) {
    /** Without what it was submitted with. */
    public static JobView of(Job job) {
        return of(job, Optional.empty());
    }

    /** For those who look into one job, for example to see why it failed. */
    public static JobView withInput(Job job) {
        return of(job, Optional.of(ApiJson.tree(job.input())));
    }

    private static JobView of(Job job, Optional<JsonNode> input) {
        return new JobView(
                job.id(),
                job.projectId(),
                job.parentId(),
                job.queue(),
                job.kind(),
                job.title(),
                job.state(),
                job.state().isFinal(),
                job.priority(),
                job.progress(),
                job.stage(),
                job.error(),
                job.attempts(),
                input,
                ApiJson.tree(job.output()),
                job.correlationId(),
                job.createdAt(),
                job.startedAt(),
                job.completedAt(),
                links(job));
    }

    private static Map<String, String> links(Job job) {
        String self = Links.job(job.id());
        Links links = Links.self(self).and("steps", self + "/steps");
        job.parentId().ifPresent(parent -> links.and("parent", Links.job(parent)));
        job.projectId().ifPresent(project -> links.and("project", Links.project(project)));
        if (!job.state().isFinal()) {
            links.and("cancel", self + "/cancel");
        } else if (job.state() != JobState.SUCCEEDED) {
            links.and("retry", self + "/retry");
            if (job.parentId().isEmpty()) {
                links.and("discard", self);
            }
        }
        return links.map();
    }
}
