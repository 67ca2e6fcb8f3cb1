package dev.evergreen.domain.ledger;

import dev.evergreen.spi.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One call to a provider: the intent is stored before anything is sent.
 *
 * @param id also the vendor's idempotency key
 * @param personId who started the work; empty for the engine itself
 * @param jobId the job that asked
 * @param capability simple name of the service interface
 * @param plugin the plugin's id
 * @param account the account's name, empty where none is needed
 * @param offer the offer's id
 * @param state where the call stands
 * @param reserved what was reserved
 * @param charged what it cost; empty until settled
 * @param checkpoint JSON of the vendor's task; empty for none
 * @param error the failure in one sentence; empty without one
 * @param deadline when its answer is useless; what has not ended some time after is ended by {@link CallRecovery}
 */
public record ProviderCall(
        UUID id,
        Optional<UUID> projectId,
        Optional<UUID> personId,
        Optional<UUID> jobId,
        String correlationId,
        String capability,
        String plugin,
        String account,
        String offer,
        State state,
        Money reserved,
        Optional<Money> charged,
        String checkpoint,
        String error,
        Instant deadline,
        Instant createdAt,
        Instant updatedAt) {
    /** {@code UNKNOWN}: it may have been bought; reconciled or shown to a person, never sent again. */
    public enum State {
        INTENT,
        SENT,
        PENDING,
        SETTLED,
        RELEASED,
        UNKNOWN
    }
}
