package dev.evergreen.kit.http;

import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ProviderException;
import java.time.Clock;
import java.time.Duration;

/** How long somebody waits for an answer, and how they say that they no longer do. */
interface Patience {
    Duration left();

    void check() throws ProviderException;

    AutoCloseable onCancel(Runnable action);

    static Patience of(CallContext call, Clock clock) {
        return new Patience() {
            @Override
            public Duration left() {
                return Duration.between(clock.instant(), call.deadline());
            }

            @Override
            public void check() throws ProviderException {
                call.throwIfCancelled();
            }

            @Override
            public AutoCloseable onCancel(Runnable action) {
                return call.onCancel(action);
            }
        };
    }

    static Patience of(Duration limit) {
        return new Patience() {
            @Override
            public Duration left() {
                return limit;
            }

            @Override
            public void check() {
                // Nobody can give it up.
            }

            @Override
            public AutoCloseable onCancel(Runnable action) {
                return () -> {};
            }
        };
    }
}
