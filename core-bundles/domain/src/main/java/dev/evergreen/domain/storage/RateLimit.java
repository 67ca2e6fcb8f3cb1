package dev.evergreen.domain.storage;

import java.time.Duration;

/**
 * How much may happen in which time.
 *
 * @param permits how many in each {@code period}, evenly spread
 * @param period more than zero
 * @param burst how many may happen at once after a rest
 */
public record RateLimit(long permits, Duration period, long burst) {
    public RateLimit {
        if (permits < 1 || burst < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "A rate limit needs permits, a burst and a period of more than zero, not " + permits + " in "
                            + period + " with bursts of " + burst);
        }
    }

    /** So many in each period, all of which may happen at once. */
    public static RateLimit of(long permits, Duration period) {
        return new RateLimit(permits, period, permits);
    }

    /** The part that one of several equal users may take, so that together they stay within this limit. */
    public RateLimit share(int users) {
        return new RateLimit(permits, period.multipliedBy(users), Math.max(1, burst / users));
    }
}
