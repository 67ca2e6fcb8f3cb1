package dev.evergreen.api.internal.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.ApiJson;
import dev.evergreen.domain.plugin.ProviderAccount;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An account; its secrets are references. */
public record AccountView(
        UUID id,
        String plugin,
        String name,
        boolean enabled,
        int position,
        JsonNode settings,
        Instant updatedAt,
        Map<String, String> links) {
    public static AccountView of(ProviderAccount account) {
        String self = Links.account(account.id());
        return new AccountView(
                account.id(),
                account.pluginId(),
                account.name(),
                account.enabled(),
                account.position(),
                ApiJson.tree(account.settings()),
                account.updatedAt(),
                Links.self(self).and("test", self + "/test").map());
    }
}
