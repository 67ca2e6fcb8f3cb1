package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.AnalysisView;
import dev.evergreen.api.internal.view.ParsedScriptView;
import dev.evergreen.api.internal.view.SceneView;
import dev.evergreen.api.internal.view.ScriptView;
import dev.evergreen.api.internal.view.StoredScriptView;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.projects.ScriptAnalysis;
import dev.evergreen.projects.Scripts;
import java.io.IOException;
import java.util.List;

/** Scripts, their scenes and prompts. */
public final class ScriptsResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.post("/scripts/parse", this::parse);
        routes.post("/scripts/analyze", this::analyze);
        routes.post("/scripts/{scriptId}/divide", this::divide);
        routes.get("/scripts/{scriptId}/scenes", this::scenesOf);
        routes.get("/scripts/{scriptId}/prompts", this::prompts);
        routes.get("/projects/{projectId}/script", this::newest);
        routes.put("/projects/{projectId}/script", this::put);
        routes.get("/projects/{projectId}/scenes", this::scenes);
    }

    private void parse(Exchange exchange) throws IOException {
        Scripts scripts = scripts(exchange);
        exchange.ok(ParsedScriptView.of(
                scripts.parse(exchange.person(), ScriptBodies.read(exchange, scripts.maximumBytes()))));
    }

    private void analyze(Exchange exchange) throws IOException {
        ScriptAnalysis analysis = exchange.part(ScriptAnalysis.class);
        long maximum = scripts(exchange).maximumBytes();
        exchange.ok(AnalysisView.of(analysis.analyze(exchange.person(), ScriptBodies.read(exchange, maximum))));
    }

    private void divide(Exchange exchange) {
        answer(exchange, exchange.part(ScriptAnalysis.class).divide(exchange.person(), exchange.id("scriptId")));
    }

    private void scenesOf(Exchange exchange) {
        answer(exchange, scripts(exchange).scenesOf(exchange.person(), exchange.id("scriptId")));
    }

    private void prompts(Exchange exchange) {
        exchange.ok(scripts(exchange).prompts(exchange.person(), exchange.id("scriptId")));
    }

    private void newest(Exchange exchange) {
        exchange.ok(ScriptView.of(scripts(exchange).newest(exchange.person(), exchange.id("projectId"))));
    }

    private void put(Exchange exchange) throws IOException {
        Scripts scripts = scripts(exchange);
        exchange.ok(StoredScriptView.of(scripts.put(
                exchange.person(), exchange.id("projectId"), ScriptBodies.read(exchange, scripts.maximumBytes()))));
    }

    private void scenes(Exchange exchange) {
        answer(exchange, scripts(exchange).scenes(exchange.person(), exchange.id("projectId")));
    }

    private static void answer(Exchange exchange, List<Scene> scenes) {
        exchange.ok(scenes.stream().map(SceneView::of).toList());
    }

    private static Scripts scripts(Exchange exchange) {
        return exchange.part(Scripts.class);
    }
}
