package dev.evergreen.orchestrator.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long attempts took: a moving average, and the slowest of the latest ones. Not thread-safe. */
final class Latency {
    /** Weight of the newest attempt in the average. */
    private static final double NEWEST = 0.2;

    private static final int KEPT = 40;

    /** Fewer say nothing about the slow ones. */
    private static final int LEAST = 10;

    private static final double MOST_OF_THEM = 0.95;

    private final double[] latest = new double[KEPT];
    private int count;
    private double mean = Double.NaN;

    void add(double millis) {
        mean = Double.isNaN(mean) ? millis : mean + NEWEST * (millis - mean);
        latest[count++ % KEPT] = millis;
        if (count == 2 * KEPT) {
            count = KEPT;
        }
    }

    /** In milliseconds; NaN before the first attempt. */
    double mean() {
        return mean;
    }

    Optional<Duration> average() {
        return Double.isNaN(mean) ? Optional.empty() : Optional.of(millis(mean));
    }

    /** The 95th percentile (nearest rank) of the latest attempts; empty while there are fewer than ten. */
    Optional<Duration> slow() {
        int known = Math.min(count, KEPT);
        if (known < LEAST) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(latest, known);
        Arrays.sort(sorted);
        return Optional.of(millis(sorted[(int) Math.ceil(MOST_OF_THEM * known) - 1]));
    }

    private static Duration millis(double value) {
        return Duration.ofNanos((long) (value * 1e6));
    }
}
