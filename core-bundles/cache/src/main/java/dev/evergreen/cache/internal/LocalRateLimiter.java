package dev.evergreen.cache.internal;

import dev.evergreen.domain.storage.RateDecision;
import dev.evergreen.domain.storage.RateLimit;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.storage.RateRequest;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Rates within this process. What it knows of a key is forgotten once the key has fully rested. */
public final class LocalRateLimiter implements RateLimiter {
    private static final int ACQUISITIONS_BETWEEN_SWEEPS = 4096;

    private final LongSupplier nanos;
    private final long origin;
    private final ConcurrentMap<String, Long> arrivals = new ConcurrentHashMap<>();
    private final AtomicLong acquisitions = new AtomicLong();

    public LocalRateLimiter() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward, in nanoseconds */
    LocalRateLimiter(LongSupplier nanos) {
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
    }

    @Override
    public RateDecision acquire(RateRequest request) {
        if (acquisitions.incrementAndGet() % ACQUISITIONS_BETWEEN_SWEEPS == 0) {
            long now = now();
            arrivals.values().removeIf(arrival -> arrival <= now);
        }
        RateLimit limit = request.limit();
        long cost = micros(limit, request.permits());
        // Costs are rounded up one by one, and a whole burst of them must still fit.
        long tolerance = limit.burst() * micros(limit, 1);
        long patience = request.patience().toNanos() / 1000;
        long[] wait = new long[1];
        arrivals.compute(request.key(), (key, known) -> {
            long now = now();
            long arrival = Math.max(known == null ? 0 : known, now) + cost;
            wait[0] = Math.max(0, arrival - tolerance - now);
            return wait[0] <= patience ? Long.valueOf(arrival) : known;
        });
        return new RateDecision(wait[0] <= patience, Duration.ofNanos(wait[0] * 1000));
    }

    /** How many keys are known, for tests of what is left behind. */
    int keys() {
        return arrivals.size();
    }

    /** Microseconds in which so many permits accrue. */
    private static long micros(RateLimit limit, long permits) {
        return (long) Math.ceil((double) permits * (limit.period().toNanos() / 1000.0) / limit.permits());
    }

    private long now() {
        return (nanos.getAsLong() - origin) / 1000;
    }
}
