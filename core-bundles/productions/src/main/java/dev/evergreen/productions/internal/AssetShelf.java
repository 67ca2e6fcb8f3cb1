package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts what steps made among the project's assets, once each however often a step or a production is repeated. */
@Component(service = AssetShelf.class)
public final class AssetShelf {
    private final AssetRepository assets;
    private final EventBus events;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public AssetShelf(
            @Reference AssetRepository assets, @Reference EventBus events, @Reference Transactions transactions) {
        this.assets = assets;
        this.events = events;
        this.transactions = transactions;
    }

    /** The maker's own files, newest first. */
    MediaBinding uploads(UUID projectId) {
        return new MediaBinding(assets.listByRole(projectId, "upload"));
    }

    /**
     * @param name file name for people
     * @param metadata where it comes from
     */
    record Made(
            UUID projectId,
            Optional<UUID> sceneId,
            Asset.Type type,
            String role,
            String name,
            String digest,
            String mediaType,
            Map<String, Object> metadata) {
        UUID id() {
            return UUID.nameUUIDFromBytes(
                    (projectId + "/" + sceneId.map(UUID::toString).orElse("") + "/" + role + "/" + name + "/" + digest)
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Joins the caller's transaction. */
    void put(List<Made> made) {
        for (Made one : made) {
            if (assets.find(one.id()).isPresent()) {
                continue;
            }
            assets.add(new Asset(
                    one.id(),
                    one.projectId(),
                    one.sceneId(),
                    one.type(),
                    Asset.Source.GENERATED,
                    one.digest(),
                    one.mediaType(),
                    one.name(),
                    one.role(),
                    Json.write(one.metadata()),
                    clock.instant()));
            transactions.afterCommit(() -> events.publish(created(one)));
        }
    }

    private Event created(Made made) {
        return new Event(
                "asset:created",
                made.projectId().toString(),
                Map.of(
                        "assetId",
                        made.id().toString(),
                        "projectId",
                        made.projectId().toString(),
                        "role",
                        made.role()),
                clock.instant());
    }
}
