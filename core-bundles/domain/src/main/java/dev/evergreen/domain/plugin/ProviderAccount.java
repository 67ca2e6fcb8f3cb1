package dev.evergreen.domain.plugin;

import java.time.Instant;
import java.util.UUID;

/**
 * An account at a vendor, or how a provider without account is used.
 *
 * @param pluginId the provider plugin
 * @param name unique within the plugin
 * @param enabled whether the router may use it
 * @param position order of preference, lower first
 * @param settings JSON object by the descriptor's parameters; secrets are references such as {@code env:OPENAI_API_KEY} or {@code secret:<id>}
 */
public record ProviderAccount(
        UUID id, String pluginId, String name, boolean enabled, int position, String settings, Instant updatedAt) {}
