package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.EstimateView;
import dev.evergreen.api.internal.view.Links;
import dev.evergreen.api.internal.view.ProductionView;
import dev.evergreen.api.internal.view.RoutingView;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.job.Job;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.productions.Production;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.Productions;
import dev.evergreen.productions.ShotWish;
import dev.evergreen.spi.provider.Offer;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Productions: start, watch, stop, go on. */
public final class ProductionsResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/projects/{projectId}/productions", this::list);
        routes.post("/projects/{projectId}/productions", this::start);
        routes.post("/projects/{projectId}/productions/estimate", this::estimate);
        routes.post("/projects/{projectId}/shots/{shotId}/redo", this::redo);
        routes.get("/productions/{productionId}", this::find);
        routes.post("/productions/{productionId}/cancel", this::cancel);
        routes.post("/productions/{productionId}/retry", this::retry);
    }

    private void list(Exchange exchange) {
        exchange.page(
                productions(exchange).list(exchange.person(), exchange.id("projectId"), exchange.page()),
                ProductionView::of);
    }

    private void start(Exchange exchange) throws IOException {
        Wishes wishes = exchange.bodyIfAny("ProductionRequest", Wishes.class);
        Production production =
                productions(exchange).start(exchange.person(), exchange.id("projectId"), wishes.request());
        exchange.accepted(Links.production(production.job().id()), ProductionView.of(production));
    }

    private void estimate(Exchange exchange) throws IOException {
        Wishes wishes = exchange.bodyIfAny("ProductionRequest", Wishes.class);
        exchange.ok(EstimateView.of(
                productions(exchange).estimate(exchange.person(), exchange.id("projectId"), wishes.request())));
    }

    private void redo(Exchange exchange) throws IOException {
        Redo redo = exchange.bodyIfAny("RedoShot", Redo.class);
        productions(exchange)
                .redoShot(
                        exchange.person(),
                        exchange.id("projectId"),
                        exchange.word("shotId"),
                        new ShotWish(
                                redo.notes.orElse(""),
                                redo.routing.map(RoutingView.Rules::routing),
                                redo.tier.flatMap(ProductionsResource::tier)));
        exchange.nothing();
    }

    private void find(Exchange exchange) {
        exchange.ok(ProductionView.of(production(exchange)));
    }

    private void cancel(Exchange exchange) {
        Job job = changeable(exchange);
        JobChanges.cancel(exchange.part(Jobs.class), job);
        exchange.accepted(ProductionView.of(production(exchange)));
    }

    private void retry(Exchange exchange) {
        Job job = changeable(exchange);
        JobChanges.retry(exchange.part(Jobs.class), job);
        exchange.accepted(ProductionView.of(production(exchange)));
    }

    private static Job changeable(Exchange exchange) {
        Job job = production(exchange).job();
        exchange.require(Action.SPEND, job.projectId());
        return job;
    }

    private static Production production(Exchange exchange) {
        UUID id = exchange.id("productionId");
        return productions(exchange).find(exchange.person(), id);
    }

    private static Productions productions(Exchange exchange) {
        return exchange.part(Productions.class);
    }

    /** An empty word chooses nothing. */
    private static Optional<Offer.Tier> tier(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(Offer.Tier.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private record Redo(Optional<String> notes, Optional<RoutingView.Rules> routing, Optional<String> tier) {}

    private record Wishes(
            Optional<String> format,
            Optional<String> preset,
            Optional<String> voice,
            Optional<String> style,
            Optional<String> music,
            Optional<Integer> scene,
            Optional<Boolean> captions,
            Optional<String> captionStyle,
            Optional<RoutingView.Rules> routing,
            Optional<String> tier,
            Optional<Boolean> similarPrompts,
            Optional<Boolean> optimizePrompts) {
        ProductionRequest request() {
            ProductionRequest usual = ProductionRequest.DEFAULTS;
            return new ProductionRequest(
                    format.orElse(usual.format()),
                    preset.orElse(usual.preset()),
                    voice.orElse(usual.voice()),
                    style.orElse(usual.style()),
                    music.orElse(usual.music()),
                    scene,
                    captions.orElse(usual.captions()),
                    captionStyle.orElse(usual.captionStyle()),
                    routing.map(RoutingView.Rules::routing),
                    tier.flatMap(ProductionsResource::tier),
                    similarPrompts.orElse(usual.similarPrompts()),
                    optimizePrompts.orElse(usual.optimizePrompts()));
        }
    }
}
