package dev.evergreen.notifications.internal;

import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.domain.notification.NotificationAddressRepository;
import dev.evergreen.domain.plugin.SecretStore;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.notifications.Notifications;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** People's addresses. Messages leave the node, so only who may operate it may say where to. */
@Component(configurationPid = NotificationsComponent.PID)
@Designate(ocd = NotificationsConfiguration.class)
public final class NotificationsComponent implements Notifications {
    static final String PID = "dev.evergreen.notifications";

    private static final int SECRET_BYTES = 32;
    private static final int MOST_SHOWN = 50;
    /** Others' messages are among them. */
    private static final int MOST_LOOKED_AT = 200;

    private final Access access;
    private final NotificationAddressRepository addresses;
    private final SecretStore secrets;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Outlets outlets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public NotificationsComponent(
            @Reference Access access,
            @Reference NotificationAddressRepository addresses,
            @Reference SecretStore secrets,
            @Reference Transactions transactions,
            @Reference Jobs jobs,
            NotificationsConfiguration configuration) {
        this(
                access,
                addresses,
                secrets,
                transactions,
                jobs,
                Outlets.of(configuration, System::getenv),
                Clock.systemUTC());
    }

    NotificationsComponent(
            Access access,
            NotificationAddressRepository addresses,
            SecretStore secrets,
            Transactions transactions,
            Jobs jobs,
            Outlets outlets,
            Clock clock) {
        this.access = access;
        this.addresses = addresses;
        this.secrets = secrets;
        this.transactions = transactions;
        this.jobs = jobs;
        this.outlets = outlets;
        this.clock = clock;
    }

    @Override
    public List<NotificationAddress> addresses(Person person) {
        access.require(person, Action.OPERATE, Optional.empty());
        return addresses.list(person.id());
    }

    @Override
    public Added add(Person person, Channel channel, String target) {
        access.require(person, Action.OPERATE, Optional.empty());
        outlets.require(channel, target);
        String secret = channel == Channel.WEBHOOK ? newSecret() : "";
        return transactions.inTransaction(() -> {
            NotificationAddress address = new NotificationAddress(
                    UUID.randomUUID(),
                    person.id(),
                    channel,
                    target,
                    secret.isEmpty() ? "" : secrets.put(secret),
                    clock.instant());
            addresses.add(address);
            return new Added(address, secret);
        });
    }

    @Override
    public void remove(Person person, UUID id) {
        NotificationAddress address = own(person, id);
        transactions.run(() -> {
            addresses.remove(id);
            if (!address.secret().isEmpty()) {
                secrets.remove(address.secret());
            }
        });
    }

    @Override
    public UUID test(Person person, UUID id) {
        NotificationAddress address = own(person, id);
        Message message = Message.test(address, clock.instant());
        return jobs.submit(List.of(message.job(address.channel(), message.id().toString())))
                .get(0);
    }

    @Override
    public List<Delivery> deliveries(Person person) {
        Set<UUID> own = addresses(person).stream().map(NotificationAddress::id).collect(Collectors.toSet());
        return Stream.of(Message.MAIL, Message.WEBHOOK)
                .flatMap(this::latest)
                .filter(delivery -> own.contains(delivery.addressId()))
                .sorted(Comparator.comparing(Delivery::at).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    private Stream<Delivery> latest(String kind) {
        JobFilter ofKind = new JobFilter(Optional.empty(), Optional.of(kind), Optional.empty(), false);
        return jobs.list(ofKind, PageRequest.first(MOST_LOOKED_AT)).items().stream()
                .map(NotificationsComponent::delivery);
    }

    private static Delivery delivery(Job job) {
        Message message = Json.read(job.input(), Message.class);
        return new Delivery(
                job.id(),
                message.addressId(),
                message.event(),
                message.text(),
                job.state(),
                job.error(),
                job.attempts(),
                job.createdAt(),
                job.completedAt());
    }

    private NotificationAddress own(Person person, UUID id) {
        access.require(person, Action.OPERATE, Optional.empty());
        return addresses
                .find(id)
                .filter(address -> address.personId().equals(person.id()))
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "addressId",
                        "There is no address " + id + "; list the addresses to find the one you mean."));
    }

    /** As standardwebhooks.com writes them. */
    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return WebhookSignature.PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
