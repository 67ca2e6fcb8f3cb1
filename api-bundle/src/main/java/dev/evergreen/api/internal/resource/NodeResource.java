package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Envelopes;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Guard;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.Links;
import dev.evergreen.domain.telemetry.BackingState;
import dev.evergreen.domain.telemetry.Metrics;
import dev.evergreen.domain.telemetry.Readiness;
import dev.evergreen.domain.telemetry.ReadinessReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The node itself: probes, figures, the API's description, and the way in. */
public final class NodeResource implements Resource {
    private static final List<String> COLLECTIONS = List.of(
            "projects",
            "jobs",
            "queues",
            "workers",
            "schedules",
            "providers",
            "accounts",
            "budgets",
            "spend",
            "plugins",
            "choices",
            "events");

    private final String version;
    private final String token;

    /** @param version of the node */
    public NodeResource(String version, String token) {
        this.version = version;
        this.token = token;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/", this::entry);
        routes.atRoot("/livez", exchange -> exchange.ok(Map.of("state", "live")));
        routes.atRoot("/readyz", NodeResource::readiness);
        routes.atRoot("/metrics", NodeResource::metrics);
        routes.atRoot("/openapi.yaml", NodeResource::description);
        routes.atRoot("/session.json", this::session);
    }

    private void entry(Exchange exchange) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", Links.of("").replaceAll("/$", ""));
        COLLECTIONS.forEach(name -> links.put(name, Links.of(name)));
        links.put("description", "/openapi.yaml");
        exchange.ok(new Entry("Evergreen", version, links));
    }

    private static void readiness(Exchange exchange) {
        ReadinessReport report = exchange.part(Readiness.class).check();
        if (report.ready()) {
            exchange.ok(
                    new Ready("ready", report.backings().stream().map(Kept::of).toList()));
            return;
        }
        Envelopes.refuse(
                exchange,
                503,
                "unavailable",
                report.findings().stream()
                        .filter(ReadinessReport.Finding::blocking)
                        .map(finding -> Map.entry(finding.subject(), finding.subject() + ": " + finding.reason()))
                        .toList());
    }

    private static void metrics(Exchange exchange) {
        exchange.context()
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(exchange.part(Metrics.class).scrape());
    }

    private static void description(Exchange exchange) throws IOException {
        try (InputStream description = NodeResource.class.getResourceAsStream("/openapi.yaml")) {
            exchange.context()
                    .contentType("application/yaml")
                    .result(Objects.requireNonNull(description).readAllBytes());
        }
    }

    private void session(Exchange exchange) {
        Guard.requireOwnPage(exchange.context());
        exchange.ok(new Session(token, version));
    }

    private record Entry(String name, String version, Map<String, String> links) {}

    /** @param storage what keeps the node's state */
    private record Ready(String state, List<Kept> storage) {}

    private record Kept(String role, String place, Optional<String> trouble) {
        static Kept of(BackingState backing) {
            return new Kept(backing.role(), backing.place(), backing.trouble());
        }
    }

    private record Session(String token, String version) {}
}
