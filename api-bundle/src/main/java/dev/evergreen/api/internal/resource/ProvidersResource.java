package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.OfferView;
import dev.evergreen.domain.access.Action;
import dev.evergreen.orchestrator.Orchestrator;
import java.util.Map;
import java.util.Optional;

/** What is on the market, how it fares, and what it would cost. */
public final class ProvidersResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/providers", this::list);
    }

    private void list(Exchange exchange) {
        exchange.require(Action.OPERATE, Optional.empty());
        Orchestrator orchestrator = exchange.part(Orchestrator.class);
        Map<String, OfferView.Price> prices = PriceExamples.of(orchestrator, exchange);
        exchange.ok(orchestrator.status().stream()
                .map(status -> OfferView.of(
                        status, Optional.ofNullable(prices.get(status.capability() + " " + OfferView.id(status)))))
                .toList());
    }
}
