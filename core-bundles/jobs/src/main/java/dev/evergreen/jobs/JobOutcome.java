package dev.evergreen.jobs;

import java.time.Duration;
import java.util.List;

/** How a handler's work ended. */
public sealed interface JobOutcome {
    /**
     * Succeeded. Output, follow-up jobs and {@code inTransaction} are committed together with the job's state.
     *
     * @param output JSON object
     * @param next jobs to submit; a job with open steps (jobs naming it as parent) stays RUNNING and succeeds with its last step
     * @param inTransaction further writes that belong to this end
     */
    record Done(String output, List<NewJob> next, Runnable inTransaction) implements JobOutcome {
        public Done {
            next = List.copyOf(next);
        }
    }

    /**
     * Not yet: call again after that time, uncounted, or once the last of the job's helpers has ended. Nothing is held meanwhile.
     *
     * @param helpers jobs to submit in the same transaction, all of them helpers of this one: exactly once, whatever dies
     */
    record Again(Duration after, List<NewJob> helpers) implements JobOutcome {
        public Again {
            helpers = List.copyOf(helpers);
        }

        public Again(Duration after) {
            this(after, List.of());
        }
    }

    static JobOutcome done(String output) {
        return new Done(output, List.of(), () -> {});
    }
}
