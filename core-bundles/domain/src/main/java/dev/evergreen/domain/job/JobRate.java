package dev.evergreen.domain.job;

import java.time.Duration;

/**
 * How often jobs of a kind may begin, on all nodes together: so many at once, and after that one for each share of the period.
 *
 * @param begins in a period, at least 1
 * @param period more than nothing
 */
public record JobRate(int begins, Duration period) {
    public JobRate {
        if (begins < 1 || period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("A rate of " + begins + " begins in " + period
                    + " lets no job begin; give at least 1 begin and a period of more than nothing");
        }
    }
}
