package dev.evergreen.api.internal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other threads bring about. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_NANOS = 5_000_000;

    private Await() {}

    static void until(BooleanSupplier condition, Supplier<String> found) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited in vain; found " + found.get());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
