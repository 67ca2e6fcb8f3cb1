package dev.evergreen.domain.ledger;

import dev.evergreen.domain.json.Json;
import dev.evergreen.spi.provider.Checkpoint;
import java.util.Optional;

/**
 * What is stored with an open call, so that the same request of the same job finds it again.
 *
 * @param request digest of the canonical request
 * @param task the vendor's task; empty until there is one
 */
public record StoredTask(String request, Optional<Checkpoint> task) {
    public static StoredTask of(ProviderCall call) {
        return call.checkpoint().isEmpty()
                ? new StoredTask("", Optional.empty())
                : Json.read(call.checkpoint(), StoredTask.class);
    }
}
