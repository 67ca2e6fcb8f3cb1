package dev.evergreen.api.internal.view;

import dev.evergreen.domain.job.JobState;
import dev.evergreen.notifications.Notifications;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A message to somebody's address and what became of it. */
public record DeliveryView(
        UUID jobId,
        UUID addressId,
        String event,
        String text,
        JobState state,
        String error,
        int attempts,
        Instant createdAt,
        Optional<Instant> completedAt,
        Map<String, String> links) {
    public static DeliveryView of(Notifications.Delivery delivery) {
        return new DeliveryView(
                delivery.jobId(),
                delivery.addressId(),
                delivery.event(),
                delivery.text(),
                delivery.state(),
                delivery.error(),
                delivery.attempts(),
                delivery.at(),
                delivery.ended(),
                Links.none()
                        .and("job", Links.job(delivery.jobId()))
                        .and("address", Links.notificationAddress(delivery.addressId()))
                        .map());
    }
}
