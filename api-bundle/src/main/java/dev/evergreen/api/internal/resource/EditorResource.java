package dev.evergreen.api.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.TimelineView;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.editor.EditedTimeline;
import dev.evergreen.editor.TimelineCommand;
import dev.evergreen.editor.TimelineEdit;
import dev.evergreen.editor.Timelines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** The timeline: read it, and change it by commands. */
public final class EditorResource implements Resource {
    /**
     * A command of the API.
     *
     * @param schema of its JSON
     * @param read makes it of JSON that fits the schema
     */
    private record Kind(String schema, Function<JsonNode, TimelineCommand> read) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "set-caption-text",
            new Kind(
                    "SetCaptionText",
                    json -> new TimelineCommand.SetCaptionText(text(json, "clipId"), text(json, "text"))),
            "set-clip-gain",
            new Kind(
                    "SetClipGain",
                    json -> new TimelineCommand.SetClipGain(
                            text(json, "clipId"), json.path("decibels").asDouble())),
            "set-title-text",
            new Kind(
                    "SetTitleText",
                    json -> new TimelineCommand.SetTitleText(
                            text(json, "clipId"), text(json, "heading"), text(json, "subheading"))),
            "replace-picture",
            new Kind(
                    "ReplacePicture",
                    json -> new TimelineCommand.ReplacePicture(
                            text(json, "clipId"), Exchange.uuid("assetId", text(json, "assetId")))));

    @Override
    public void addTo(Routes routes) {
        routes.get("/projects/{projectId}/timeline", this::newest);
        routes.post("/editor/timeline", this::edit);
    }

    private void newest(Exchange exchange) {
        answer(exchange, exchange.part(Timelines.class).newest(exchange.person(), exchange.id("projectId")));
    }

    private void edit(Exchange exchange) throws IOException {
        JsonNode body = exchange.json();
        List<Problem> problems = new ArrayList<>(frameProblems(exchange, body));
        int position = 0;
        for (JsonNode command : body.path("commands")) {
            problems.addAll(problems(exchange, "commands[" + position + "]", command));
            position++;
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
        List<TimelineCommand> commands = new ArrayList<>();
        body.path("commands").forEach(command -> commands.add(command(command)));
        UUID project = Exchange.uuid("projectId", text(body, "projectId"));
        TimelineEdit edit = new TimelineEdit(project, body.path("baseRevision").asInt(), commands);
        answer(exchange, exchange.part(Timelines.class).edit(exchange.person(), edit));
    }

    /** What is wrong around the commands; each command is held against its own schema, which says more than "none of four". */
    private static List<Problem> frameProblems(Exchange exchange, JsonNode body) {
        return exchange.problems("TimelineEdit", body).stream()
                .filter(problem -> !problem.field().startsWith("commands["))
                .toList();
    }

    private static List<Problem> problems(Exchange exchange, String place, JsonNode command) {
        Kind kind = KINDS.get(text(command, "type"));
        if (kind == null) {
            return List.of(unknown(place, text(command, "type")));
        }
        return exchange.problems(kind.schema(), command).stream()
                .map(problem ->
                        new Problem(problem.kind(), place + "." + problem.field(), place + "." + problem.message()))
                .toList();
    }

    private static TimelineCommand command(JsonNode json) {
        return Objects.requireNonNull(KINDS.get(text(json, "type"))).read().apply(json);
    }

    private static Problem unknown(String place, String type) {
        return new Problem(
                Problem.Kind.INVALID,
                place + ".type",
                place + ".type is '" + type + "'; choose one of "
                        + KINDS.keySet().stream().sorted().toList() + ".");
    }

    private static void answer(Exchange exchange, EditedTimeline timeline) {
        exchange.versioned(timeline.revision(), TimelineView.of(timeline));
    }

    private static String text(JsonNode json, String property) {
        return json.path(property).asText();
    }
}
