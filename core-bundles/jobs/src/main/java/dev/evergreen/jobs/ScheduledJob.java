package dev.evergreen.jobs;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A job that is submitted by the clock, on one of the nodes; registered as a service. While one of it is open, no other one is
 * submitted. Times that pass while no node runs are made up for once.
 */
@ConsumerType
public interface ScheduledJob {
    /** Names the schedule; the same on all nodes, in all versions. */
    String name();

    /**
     * Minute, hour, day of the month, month and day of the week in UTC, as crontab(5) writes them with numbers, for example
     * {@code 15 3 * * 1-5}; empty for never.
     */
    String schedule();

    /** What to submit; its unique key is replaced by the schedule's. */
    NewJob job();
}
