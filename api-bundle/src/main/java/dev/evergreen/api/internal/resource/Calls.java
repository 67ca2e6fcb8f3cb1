package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing;
import java.time.Duration;
import java.util.Optional;

/** How the API itself asks the market: while somebody waits, for nobody's budget. */
final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Calls() {}

    static CallOptions any(Exchange exchange) {
        return by(exchange, Routing.by(Routing.Policy.BALANCED));
    }

    static CallOptions pinned(Exchange exchange, String plugin) {
        return by(exchange, Routing.pinned(plugin));
    }

    /** As a project's calls would be made. */
    static CallOptions by(Exchange exchange, Routing routing) {
        return new CallOptions(
                routing,
                Optional.empty(),
                Optional.empty(),
                exchange.correlationId(),
                exchange.clock().instant().plus(PATIENCE),
                CallOptions.Cancellation.NEVER,
                done -> {});
    }
}
