package dev.evergreen.domain.notification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps people's addresses. */
@ProviderType
public interface NotificationAddressRepository {
    /** @throws dev.evergreen.domain.ProblemException CONFLICT when the person has that target already */
    void add(NotificationAddress address);

    Optional<NotificationAddress> find(UUID id);

    /** In the order they were added. */
    List<NotificationAddress> list(UUID personId);

    void remove(UUID id);
}
