package dev.evergreen.spi.provider;

import java.util.Map;

/**
 * All a plugin needs to go on with a vendor's task after a restart.
 *
 * @param schema version of {@code state}'s meaning, chosen by the plugin, rising
 * @param state for example the vendor's task id and address; at most 16 KiB; no secrets
 */
public record Checkpoint(int schema, Map<String, String> state) {
    public Checkpoint {
        state = Map.copyOf(state);
    }
}
