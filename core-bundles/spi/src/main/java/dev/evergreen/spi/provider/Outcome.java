package dev.evergreen.spi.provider;

import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a call stands.
 *
 * @param <R> the result
 */
public sealed interface Outcome<R extends Result> {
    /**
     * Served.
     *
     * @param result the result
     * @param charge what the vendor charged; empty where only the quote is known
     */
    record Done<R extends Result>(R result, Optional<Money> charge) implements Outcome<R> {}

    /** The vendor works on: nothing is held until the next poll. */
    record Pending<R extends Result>(Checkpoint checkpoint, Duration pollAfter) implements Outcome<R> {}

    static <R extends Result> Outcome<R> done(R result) {
        return new Done<>(result, Optional.empty());
    }
}
