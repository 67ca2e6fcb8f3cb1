package dev.evergreen.jobs.internal;

import java.time.Duration;

/**
 * How long a failed job rests: doubling with each failure.
 *
 * @param first after the first failure
 * @param longest never longer
 */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    Duration after(int attempts) {
        int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, attempts - 1));
        Duration rest = first.multipliedBy(1L << doublings);
        return rest.compareTo(longest) > 0 ? longest : rest;
    }
}
