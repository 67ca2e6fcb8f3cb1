package dev.evergreen.orchestrator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;

/**
 * How a call is made.
 *
 * @param policy how offers are ranked
 * @param pinned plugin id for {@link Policy#PINNED}; empty otherwise
 * @param projectId whose budget pays
 * @param jobId the job that asks
 * @param correlationId the request it belongs to
 * @param deadline when the answer is useless
 * @param shopAroundRejected whether other vendors are asked after a content rejection
 * @param cancellation tells when the caller gives up
 * @param progress receives 0 to 1; called from the serving thread
 */
public record CallOptions(
        Policy policy,
        String pinned,
        Optional<UUID> projectId,
        Optional<UUID> jobId,
        String correlationId,
        Instant deadline,
        boolean shopAroundRejected,
        Cancellation cancellation,
        DoubleConsumer progress) {
    /** What ranks offers. */
    public enum Policy {
        CHEAPEST,
        FASTEST,
        BEST,
        BALANCED,
        PINNED
    }

    /** The caller's side of giving up. */
    public interface Cancellation {
        boolean isCancelled();

        /** Runs the action once on cancellation, at once if that has happened; close to withdraw it. */
        AutoCloseable onCancel(Runnable action);
    }
}
