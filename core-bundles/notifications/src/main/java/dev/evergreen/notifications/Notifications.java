package dev.evergreen.notifications;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import java.util.List;
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

    /** @param signingSecret what webhooks are signed with, told this once; empty for e-mail */
    record Added(NotificationAddress address, String signingSecret) {}
}
