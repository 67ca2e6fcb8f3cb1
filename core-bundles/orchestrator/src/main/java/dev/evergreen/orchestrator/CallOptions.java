package dev.evergreen.orchestrator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;

/**
 * How a call is made.
 *
 * @param routing where it may go
 * @param projectId whose budget pays
 * @param personId who started the work and whose budget pays; empty for the engine itself
 * @param jobId the job that asks; a job comes back for a turn that is far off, anybody else does not ({@link CallWaitsException})
 * @param correlationId the request it belongs to
 * @param deadline when the answer is useless
 * @param cancellation tells when the caller gives up
 * @param progress receives 0 to 1; called from the serving thread
 * @param similar whether the kept result of a similar prompt may answer it
 */
public record CallOptions(
        Routing routing,
        Optional<UUID> projectId,
        Optional<UUID> personId,
        Optional<UUID> jobId,
        String correlationId,
        Instant deadline,
        Cancellation cancellation,
        DoubleConsumer progress,
        boolean similar) {
    /** Answered by results of equal requests only. */
    public CallOptions(
            Routing routing,
            Optional<UUID> projectId,
            Optional<UUID> personId,
            Optional<UUID> jobId,
            String correlationId,
            Instant deadline,
            Cancellation cancellation,
            DoubleConsumer progress) {
        this(routing, projectId, personId, jobId, correlationId, deadline, cancellation, progress, false);
    }

    /** For nobody in particular. */
    public CallOptions(
            Routing routing,
            Optional<UUID> projectId,
            Optional<UUID> jobId,
            String correlationId,
            Instant deadline,
            Cancellation cancellation,
            DoubleConsumer progress) {
        this(routing, projectId, Optional.empty(), jobId, correlationId, deadline, cancellation, progress);
    }

    /** The caller's side of giving up. */
    public interface Cancellation {
        /** Of a caller who waits for the answer or the deadline. */
        Cancellation NEVER = new Cancellation() {
            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public AutoCloseable onCancel(Runnable action) {
                return () -> {};
            }
        };

        boolean isCancelled();

        /** Runs the action once on cancellation, at once if that has happened; close to withdraw it. */
        AutoCloseable onCancel(Runnable action);
    }
}
