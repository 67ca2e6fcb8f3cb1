package dev.evergreen.domain.ledger;

import dev.evergreen.spi.Money;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps calls and the ledger together: each method is one transaction that writes the call's row and its ledger lines.
 */
@ProviderType
public interface CallLedger {
    /**
     * Stores the intent and reserves its ceiling.
     *
     * @throws dev.evergreen.domain.ProblemException EXHAUSTED when a budget does not allow it; nothing is stored then
     */
    void reserve(ProviderCall intent);

    /** Stores that the request is on its way, or the vendor's task with its checkpoint. */
    void progress(UUID callId, ProviderCall.State state, String checkpoint);

    /** Ends the call with what it cost (zero for a failure that cost nothing) and releases the rest. */
    void settle(UUID callId, ProviderCall.State state, Money charged, String error);

    /** Calls of a job's family ({@code correlationId}), oldest first. */
    List<ProviderCall> list(String correlationId);

    /** Calls of one job that began and never ended, oldest first: what a job that runs again must not buy again. */
    List<ProviderCall> openOf(UUID jobId);

    /** Calls of one job that were charged for, oldest first: what a job that runs again has paid already. */
    List<ProviderCall> paidBy(UUID jobId);

    /** Calls that began and never ended, for recovery at start. */
    List<ProviderCall> open();
}
