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
    /** A call whose end is known. */
    public static CallView of(ProviderCall call) {
        return of(call, Links.none());
    }

    /**
     * A call whose end is not known.
     *
     * @param askable whether its vendor can be asked
     */
    public static CallView open(ProviderCall call, boolean askable) {
        Links links = Links.none().and("reconcile", Links.call(call.id()) + "/reconcile");
        return of(call, askable ? links.and("lookUp", Links.call(call.id()) + "/look-up") : links);
    }

    private static CallView of(ProviderCall call, Links links) {
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
                links.map());
    }
}
