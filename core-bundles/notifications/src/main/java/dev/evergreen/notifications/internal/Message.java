package dev.evergreen.notifications.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.jobs.NewJob;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What somebody is told at one address; the input of the job that does it.
 *
 * @param id the same however often it is sent, so that the receiver can tell a repetition
 * @param event for example {@code production.succeeded}
 * @param text one sentence
 * @param data ids and words
 */
record Message(UUID id, UUID addressId, String event, String text, Instant at, Map<String, String> data) {
    static final String MAIL = "notifications.mail";
    static final String WEBHOOK = "notifications.webhook";

    Message {
        data = Map.copyOf(data);
    }

    static Message ended(Job job, NotificationAddress address) {
        Instant at = job.completedAt().orElse(job.createdAt());
        Map<String, String> data = new TreeMap<>();
        data.put("jobId", job.id().toString());
        job.projectId().ifPresent(project -> data.put("projectId", project.toString()));
        data.put("title", job.title());
        data.put("state", word(job));
        data.put("error", job.error());
        boolean well = job.state() == JobState.SUCCEEDED;
        String text = "\"" + job.title() + "\" " + (well ? "is done." : "has failed: " + job.error());
        return new Message(
                id(address, job.id() + " " + at), address.id(), job.kind() + "." + word(job), text, at, data);
    }

    static Message test(NotificationAddress address, Instant at) {
        return new Message(
                UUID.randomUUID(), address.id(), "test", "This is a test message of Evergreen.", at, Map.of());
    }

    private static UUID id(NotificationAddress address, String what) {
        return UUID.nameUUIDFromBytes((address.id() + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    private static String word(Job job) {
        return job.state().name().toLowerCase(Locale.ROOT);
    }

    NewJob job(Channel channel, String correlationId) {
        return new NewJob(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                Queue.NOTIFICATIONS,
                channel == Channel.EMAIL ? MAIL : WEBHOOK,
                "Tell: " + text,
                0,
                Json.write(this),
                Optional.of("notification:" + id),
                List.of(),
                Optional.empty(),
                correlationId);
    }
}
