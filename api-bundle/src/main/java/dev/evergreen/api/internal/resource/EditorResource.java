package dev.evergreen.api.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.ApiJson;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.TimelineView;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.json.Json;
import dev.evergreen.editor.EditedTimeline;
import dev.evergreen.editor.HistoryEntry;
import dev.evergreen.editor.TimelineEdit;
import dev.evergreen.editor.Timelines;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The timeline: read it, change it by commands, take changes back. The editor holds commands against their schema. */
public final class EditorResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/projects/{projectId}/timeline", this::newest);
        routes.get("/projects/{projectId}/timeline/history", this::history);
        routes.get("/editor/commands", this::commands);
        routes.post("/editor/timeline", this::edit);
        routes.post("/editor/undo", exchange -> turn(exchange, Timelines::undo));
        routes.post("/editor/redo", exchange -> turn(exchange, Timelines::redo));
    }

    private void newest(Exchange exchange) {
        answer(exchange, exchange.part(Timelines.class).newest(exchange.person(), exchange.id("projectId")));
    }

    private void history(Exchange exchange) {
        exchange.ok(exchange.part(Timelines.class).history(exchange.person(), exchange.id("projectId")).stream()
                .map(HistoryView::of)
                .toList());
    }

    private void commands(Exchange exchange) {
        exchange.ok(ApiJson.tree(exchange.part(Timelines.class).commandSchema()));
    }

    private void edit(Exchange exchange) throws IOException {
        NewEdit asked = exchange.body("TimelineEdit", NewEdit.class);
        List<Map<String, Object>> commands = new ArrayList<>();
        asked.commands.forEach(command -> commands.add(Json.readObject(command.toString())));
        TimelineEdit edit = new TimelineEdit(asked.projectId, asked.baseRevision, commands);
        answer(exchange, exchange.part(Timelines.class).edit(exchange.person(), edit));
    }

    private interface Turn {
        EditedTimeline of(Timelines timelines, Person person, UUID projectId);
    }

    private static void turn(Exchange exchange, Turn turn) throws IOException {
        TimelineTurn asked = exchange.body("TimelineTurn", TimelineTurn.class);
        answer(exchange, turn.of(exchange.part(Timelines.class), exchange.person(), asked.projectId));
    }

    private static void answer(Exchange exchange, EditedTimeline timeline) {
        exchange.versioned(timeline.revision(), TimelineView.of(timeline));
    }

    private record NewEdit(UUID projectId, int baseRevision, List<JsonNode> commands) {}

    private record TimelineTurn(UUID projectId) {}

    private record HistoryView(
            int revision,
            String author,
            HistoryEntry.Kind kind,
            List<String> commands,
            int of,
            boolean undone,
            Instant createdAt) {
        static HistoryView of(HistoryEntry entry) {
            return new HistoryView(
                    entry.revision(),
                    entry.author(),
                    entry.kind(),
                    entry.commands(),
                    entry.of(),
                    entry.undone(),
                    entry.createdAt());
        }
    }
}
