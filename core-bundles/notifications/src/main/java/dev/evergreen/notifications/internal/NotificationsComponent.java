package dev.evergreen.notifications.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.domain.notification.NotificationAddressRepository;
import dev.evergreen.domain.plugin.SecretStore;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.notifications.Notifications;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
