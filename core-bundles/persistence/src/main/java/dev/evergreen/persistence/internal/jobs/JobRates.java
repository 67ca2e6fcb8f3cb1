package dev.evergreen.persistence.internal.jobs;

import dev.evergreen.domain.job.JobRate;
import org.jdbi.v3.core.Handle;

/**
 * How many jobs of a kind may begin now. A row of {@code job_rates} says when the next begin would be on time; it may come earlier
 * by as much as a period (the generic cell rate algorithm, ITU-T I.371, as a virtual schedule).
 */
final class JobRates {
    private final Handle handle;

    /** @param handle in a transaction, which keeps other nodes from the same kind until it ends */
    JobRates(Handle handle) {
        this.handle = handle;
    }

    int allowed(String kind, JobRate rate) {
        handle.createUpdate("INSERT INTO job_rates (kind) VALUES (:kind) ON CONFLICT DO NOTHING")
                .bind("kind", kind)
                .execute();
        // A millionth more, so that rounding never withholds a begin that is due.
        return handle.createQuery(
                        "SELECT LEAST(:begins, floor(extract(epoch FROM now() + make_interval(secs => :period)"
                                + " - GREATEST(next_at, now())) / :share + 0.000001))::int FROM job_rates WHERE kind = :kind FOR UPDATE")
                .bind("begins", rate.begins())
                .bind("period", seconds(rate))
                .bind("share", share(rate))
                .bind("kind", kind)
                .mapTo(Integer.class)
                .one();
    }

    void take(String kind, JobRate rate, int begins) {
        handle.createUpdate("UPDATE job_rates SET next_at = GREATEST(next_at, now()) + make_interval(secs => :taken)"
                        + " WHERE kind = :kind")
                .bind("taken", begins * share(rate))
                .bind("kind", kind)
                .execute();
    }

    private static double seconds(JobRate rate) {
        return rate.period().toMillis() / 1000.0;
    }

    private static double share(JobRate rate) {
        return seconds(rate) / rate.begins();
    }
}
