package dev.evergreen.api.internal.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.ApiJson;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.projects.StoredAsset;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An asset.
 *
 * @param size bytes; empty where only the row was looked at
 */
public record AssetView(
        UUID id,
        UUID projectId,
        Optional<UUID> sceneId,
        Asset.Type type,
        Asset.Source source,
        String mediaType,
        String digest,
        String name,
        String role,
        Optional<Long> size,
        JsonNode metadata,
        Instant createdAt,
        Map<String, String> links) {
    public static AssetView of(StoredAsset stored) {
        return of(stored.asset(), Optional.of(stored.size()));
    }

    public static AssetView of(Asset asset) {
        return of(asset, Optional.empty());
    }

    private static AssetView of(Asset asset, Optional<Long> size) {
        String address = Links.media(asset.id());
        return new AssetView(
                asset.id(),
                asset.projectId(),
                asset.sceneId(),
                asset.type(),
                asset.source(),
                asset.mediaType(),
                asset.digest(),
                asset.name(),
                asset.role(),
                size,
                ApiJson.tree(asset.metadata()),
                asset.createdAt(),
                Links.self(address + "/details")
                        .and("content", address)
                        .and("variants", address + "/variants")
                        .and("project", Links.project(asset.projectId()))
                        .map());
    }
}
