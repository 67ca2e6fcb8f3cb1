package dev.evergreen.api.internal.view;

import dev.evergreen.domain.ledger.ProviderCall;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A call to a vendor and what is known of its cost. */
public record CallView(
        UUID id,
        Optional<UUID> projectId,
        Optional<UUID> personId,
        Optional<UUID> jobId,
        String capability,
        String plugin,
        String account,
        String offer,
        ProviderCall.State state,
        MoneyView reserved,
        Optional<MoneyView> charged,
        String note,
        Instant createdAt,
        Instant updatedAt,
        Map<String, String> links) {
    public static CallView of(ProviderCall call) {
        return new CallView(
                call.id(),
                call.projectId(),
                call.personId(),
                call.jobId(),
                call.capability(),
                call.plugin(),
                call.account(),
                call.offer(),
                call.state(),
                MoneyView.of(call.reserved()),
                call.charged().map(MoneyView::of),
                call.error(),
                call.createdAt(),
                call.updatedAt(),
                Links.none()
                        .and("reconcile", Links.call(call.id()) + "/reconcile")
                        .map());
    }
}
