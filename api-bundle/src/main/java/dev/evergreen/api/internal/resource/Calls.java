package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.orchestrator.CallOptions;
import java.time.Duration;
import java.util.Optional;

/** How the API itself asks the market: while somebody waits, for nobody's budget. */
final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Calls() {}

    static CallOptions any(Exchange exchange) {
        return options(exchange, CallOptions.Policy.BALANCED, "");
    }

    static CallOptions pinned(Exchange exchange, String plugin) {
        return options(exchange, CallOptions.Policy.PINNED, plugin);
    }

    private static CallOptions options(Exchange exchange, CallOptions.Policy policy, String plugin) {
        return new CallOptions(
                policy,
                plugin,
                Optional.empty(),
                Optional.empty(),
                exchange.correlationId(),
                exchange.clock().instant().plus(PATIENCE),
                false,
                NeverCancelled.INSTANCE,
                done -> {});
    }

    private enum NeverCancelled implements CallOptions.Cancellation {
        INSTANCE;

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }
    }
}
