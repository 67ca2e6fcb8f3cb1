package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.ExportView;
import dev.evergreen.api.internal.view.Links;
import dev.evergreen.publishing.ExportOrder;
import dev.evergreen.publishing.Exports;
import dev.evergreen.publishing.FilmExport;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Further files of a finished timeline. */
public final class ExportsResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.post("/exports", this::start);
        routes.post("/editor/render", this::start);
        routes.get("/exports/{exportId}", this::find);
    }

    private void start(Exchange exchange) throws IOException {
        NewExport asked = exchange.body("NewExport", NewExport.class);
        String preset = asked.preset.orElse("");
        String exporter = asked.exporter
                .filter(given -> !given.isBlank())
                .orElseGet(() -> Exporters.withPreset(exchange, preset));
        ExportOrder order = new ExportOrder(
                asked.projectId, exporter, preset, asked.aspect.orElse(""), asked.parameters.orElse(Map.of()));
        FilmExport export = exchange.part(Exports.class).start(exchange.person(), order);
        exchange.accepted(Links.export(export.job().id()), ExportView.of(export));
    }

    private void find(Exchange exchange) {
        exchange.ok(ExportView.of(exchange.part(Exports.class).find(exchange.person(), exchange.id("exportId"))));
    }

    private record NewExport(
            UUID projectId,
            Optional<String> exporter,
            Optional<String> preset,
            Optional<String> aspect,
            Optional<Map<String, Object>> parameters) {}
}
