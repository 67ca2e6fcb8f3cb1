package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.spi.provider.Checkpoint;
import java.util.Optional;

/**
 * What is stored with an open call, so that the same request of the same job finds it again.
 *
 * @param request digest of the canonical request
 * @param task the vendor's task; empty until there is one
 */
record StoredTask(String request, Optional<Checkpoint> task) {
    static StoredTask of(ProviderCall call) {
        return call.checkpoint().isEmpty()
                ? new StoredTask("", Optional.empty())
                : Json.read(call.checkpoint(), StoredTask.class);
    }
}
