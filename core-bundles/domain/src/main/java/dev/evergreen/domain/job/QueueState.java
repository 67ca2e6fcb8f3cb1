package dev.evergreen.domain.job;

import java.time.Duration;

/**
 * A queue as it is now, on all nodes together.
 *
 * @param paused whether it hands out no jobs
 * @param waiting jobs that are due and that nobody works on
 * @param parked jobs that are due and whose kind no node handles
 * @param running jobs that somebody works on
 * @param dead jobs that were given up and that nobody has retried or discarded
 * @param waited how long the one of the waiting jobs has been due that is due the longest
 */
public record QueueState(
        Queue queue, boolean paused, long waiting, long parked, long running, long dead, Duration waited) {}
