package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.EntityTags;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.RoutingView;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.project.Project;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.projects.Projects;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A project's own rules for which providers it may use. */
public final class RoutingResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/projects/{projectId}/routing", this::find);
        routes.get("/projects/{projectId}/routing/offers", this::rank);
        routes.put("/projects/{projectId}/routing", this::change);
        routes.delete("/projects/{projectId}/routing", this::reset);
    }

    private void find(Exchange exchange) {
        UUID id = exchange.id("projectId");
        Project project = projects(exchange).find(exchange.person(), id);
        answer(exchange, project, projects(exchange).routing(exchange.person(), id));
    }

    private void rank(Exchange exchange) {
        UUID id = exchange.id("projectId");
        projects(exchange).find(exchange.person(), id);
        Orchestrator orchestrator = exchange.part(Orchestrator.class);
        Routing routing = projects(exchange).routing(exchange.person(), id).orElseGet(orchestrator::standard);
        exchange.ok(PriceExamples.rankings(orchestrator, exchange, routing));
    }

    private void change(Exchange exchange) throws IOException {
        store(
                exchange,
                Optional.of(exchange.body("Routing", RoutingView.Rules.class).routing()));
    }

    private void reset(Exchange exchange) {
        store(exchange, Optional.empty());
    }

    private static void store(Exchange exchange, Optional<Routing> routing) {
        UUID id = exchange.id("projectId");
        Project stored = projects(exchange).find(exchange.person(), id);
        long revision = EntityTags.requireMatch(exchange, stored.revision());
        try {
            answer(exchange, projects(exchange).route(exchange.person(), id, revision, routing), routing);
        } catch (ProblemException e) {
            throw EntityTags.stale(e);
        }
    }

    private static void answer(Exchange exchange, Project project, Optional<Routing> own) {
        Orchestrator orchestrator = exchange.part(Orchestrator.class);
        Set<String> known =
                orchestrator.status().stream().map(OfferStatus::plugin).collect(Collectors.toSet());
        exchange.versioned(project.revision(), RoutingView.of(own, orchestrator.standard(), known));
    }

    private static Projects projects(Exchange exchange) {
        return exchange.part(Projects.class);
    }
}
