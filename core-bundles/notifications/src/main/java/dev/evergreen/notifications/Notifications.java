package dev.evergreen.notifications;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where people are told that a production or an export of theirs has ended. Each message is a job of the notifications queue: tried
 * again, and dead when nobody takes it.
 */
@ProviderType
public interface Notifications {
    List<NotificationAddress> addresses(Person person);

    /**
     * Adds an address of the person's own.
     *
     * @throws dev.evergreen.domain.ProblemException INVALID when it is no address or the operator has not allowed it, CONFLICT when
     *     it is there
     */
    Added add(Person person, Channel channel, String target);

    /** @throws dev.evergreen.domain.ProblemException NOT_FOUND when the person has no such address */
    void remove(Person person, UUID id);

    /**
     * Sends a message, to see whether it arrives.
     *
     * @return the job that sends it
     */
    UUID test(Person person, UUID id);

    /** The latest messages to the person's own addresses, newest first; a message that was discarded is not among them. */
    List<Delivery> deliveries(Person person);

    /**
     * A message and what became of it.
     *
     * @param jobId the job that sends it
     * @param event for example {@code production.succeeded}
     * @param text what it says, in one sentence
     * @param state of the job: SUCCEEDED once somebody has taken the message
     * @param error why it was not taken; empty without a failure
     * @param attempts how often it was sent
     * @param at when it was to be sent
     * @param ended when it was taken or given up
     */
    record Delivery(
            UUID jobId,
            UUID addressId,
            String event,
            String text,
            JobState state,
            String error,
            int attempts,
            Instant at,
            Optional<Instant> ended) {}

    /** @param signingSecret what webhooks are signed with, told this once; empty for e-mail */
    record Added(NotificationAddress address, String signingSecret) {}
}
