package dev.evergreen.domain.telemetry;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The figures of this node, for Prometheus. Asking twice for the same {@link Meter} gives the same series. Every method may
 * be called by any thread.
 */
@ProviderType
public interface Metrics {
    /** A figure that only grows; Prometheus sees it with the suffix {@code _total}. */
    Counter counter(Meter meter);

    /** Durations as count, sum and maximum in seconds; Prometheus sees it with the suffix {@code _seconds}. */
    Timer timer(Meter meter);

    /**
     * A figure that is read whenever somebody asks.
     *
     * @param value called at each scrape; it must answer at once. NaN leaves the series out
     * @return to be closed when its owner stops, or the owner's classes stay in memory
     */
    Gauge gauge(Meter meter, DoubleSupplier value);

    /** All figures in the Prometheus text format 0.0.4. */
    String scrape();

    /** Grows by an amount that is not negative. */
    @FunctionalInterface
    interface Counter {
        void add(double amount);
    }

    /** Takes the duration of one thing that ended. */
    @FunctionalInterface
    interface Timer {
        void record(Duration duration);
    }

    /** A registered figure. */
    @FunctionalInterface
    interface Gauge extends AutoCloseable {
        @Override
        void close();
    }
}
