package dev.evergreen.domain.job;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** When things that repeat are due next, for all nodes together and by the database's clock. */
@ProviderType
public interface JobSchedules {
    /**
     * Does what is due, on one node only, in one transaction with the move to the next time. Times that were missed are made up
     * for once. A schedule that is new or was changed is due at its next time.
     *
     * @param name of the schedule
     * @param expression a schedule with another expression than last time counts as changed
     * @param next the first time after a given one
     * @return whether the action was run
     */
    boolean fire(String name, String expression, UnaryOperator<Instant> next, Runnable action);

    /** Every schedule that was ever seen, by name. */
    List<JobSchedule> list();
}
