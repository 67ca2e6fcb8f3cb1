package dev.evergreen.api.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.notifications.Notifications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Addresses that nothing is sent to. */
final class FakeNotifications implements Notifications {
    private final FakeJobs jobs;
    private final Map<UUID, NotificationAddress> stored = new LinkedHashMap<>();

    FakeNotifications(FakeJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<NotificationAddress> addresses(Person person) {
        return List.copyOf(stored.values());
    }

    @Override
    public Added add(Person person, Channel channel, String target) {
        NotificationAddress address =
                new NotificationAddress(UUID.randomUUID(), person.id(), channel, target, "secret:1", Samples.NOW);
        stored.put(address.id(), address);
        return new Added(address, "whsec_c2VjcmV0");
    }

    @Override
    public void remove(Person person, UUID id) {
        require(id);
        stored.remove(id);
    }

    @Override
    public UUID test(Person person, UUID id) {
        require(id);
        return jobs.add(JobState.PENDING).id();
    }

    @Override
    public List<Delivery> deliveries(Person person) {
        return stored.keySet().stream()
                .map(id -> new Delivery(
                        UUID.randomUUID(),
                        id,
                        "test",
                        "This is a test.",
                        JobState.FAILED,
                        "it answered 410",
                        1,
                        Samples.NOW,
                        Optional.of(Samples.NOW)))
                .toList();
    }

    private void require(UUID id) {
        if (!stored.containsKey(id)) {
            throw new ProblemException(Problem.Kind.NOT_FOUND, "addressId", "There is no address " + id);
        }
    }
}
