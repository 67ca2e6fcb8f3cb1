package dev.evergreen.projects.internal;

import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells everybody what changed, once the change is committed. */
@Component(service = Announcements.class)
public final class Announcements {
    private final EventBus events;
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public Announcements(@Reference EventBus events, @Reference Transactions transactions) {
        this(events, transactions, Clock.systemUTC());
    }

    Announcements(EventBus events, Transactions transactions, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    void projectUpdated(UUID projectId, String change) {
        publish("project:updated", projectId, Map.of("projectId", projectId.toString(), "change", change));
    }

    void assetCreated(Asset asset) {
        publish(
                "asset:created",
                asset.projectId(),
                Map.of(
                        "assetId",
                        asset.id().toString(),
                        "projectId",
                        asset.projectId().toString(),
                        "role",
                        asset.role()));
    }

    private void publish(String topic, UUID projectId, Map<String, Object> payload) {
        Event event = new Event(topic, projectId.toString(), Map.copyOf(payload), clock.instant());
        transactions.afterCommit(() -> events.publish(event));
    }
}
