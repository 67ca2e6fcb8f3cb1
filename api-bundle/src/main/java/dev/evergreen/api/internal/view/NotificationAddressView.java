package dev.evergreen.api.internal.view;

import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.notifications.Notifications;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An address; what it signs with is shown only when it is added. */
public record NotificationAddressView(
        UUID id,
        Channel channel,
        String target,
        Optional<String> signingSecret,
        Instant createdAt,
        Map<String, String> links) {
    public static NotificationAddressView of(NotificationAddress address) {
        return of(address, Optional.empty());
    }

    public static NotificationAddressView withSecret(Notifications.Added added) {
        return of(added.address(), Optional.of(added.signingSecret()).filter(secret -> !secret.isEmpty()));
    }

    private static NotificationAddressView of(NotificationAddress address, Optional<String> secret) {
        String self = Links.notificationAddress(address.id());
        return new NotificationAddressView(
                address.id(),
                address.channel(),
                address.target(),
                secret,
                address.createdAt(),
                Links.self(self).and("test", self + "/test").map());
    }
}
