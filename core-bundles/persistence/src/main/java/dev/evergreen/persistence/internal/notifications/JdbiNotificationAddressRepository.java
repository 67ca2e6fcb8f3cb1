package dev.evergreen.persistence.internal.notifications;

import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.domain.notification.NotificationAddressRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Addresses in {@code notification_addresses}. */
@Component
public final class JdbiNotificationAddressRepository implements NotificationAddressRepository {
    private final Database database;

    @Activate
    public JdbiNotificationAddressRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void add(NotificationAddress address) {
        database.with(handle -> handle.createUpdate(
                        "INSERT INTO notification_addresses (id, user_id, channel, target, secret, created_at)"
                                + " VALUES (:id, :person, :channel, :target, :secret, :created)")
                .bind("id", address.id())
                .bind("person", address.personId())
                .bind("channel", Rows.word(address.channel()))
                .bind("target", address.target())
                .bind("secret", address.secret())
                .bind("created", Rows.at(address.createdAt()))
                .execute());
    }

    @Override
    public Optional<NotificationAddress> find(UUID id) {
        return database.with(handle -> handle.createQuery(
                        "SELECT " + AddressRows.COLUMNS + " FROM notification_addresses a WHERE a.id = :id")
                .bind("id", id)
                .map(AddressRows.MAPPER)
                .findOne());
    }

    @Override
    public List<NotificationAddress> list(UUID personId) {
        return database.with(handle -> handle.createQuery("SELECT " + AddressRows.COLUMNS
                        + " FROM notification_addresses a WHERE a.user_id = :person ORDER BY a.created_at, a.id")
                .bind("person", personId)
                .map(AddressRows.MAPPER)
                .list());
    }

    @Override
    public void remove(UUID id) {
        database.with(handle -> handle.createUpdate("DELETE FROM notification_addresses WHERE id = :id")
                .bind("id", id)
                .execute());
    }
}
