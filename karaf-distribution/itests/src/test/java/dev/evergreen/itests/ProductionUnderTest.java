package dev.evergreen.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A production on a node, as the HTTP API shows it. It stays the same when the node is another process. */
record ProductionUnderTest(String project, String id) {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Begins to make a film of a script. */
    static ProductionUnderTest begin(NodeUnderTest node, String script, Map<String, ?> choices)
            throws IOException, InterruptedException {
        String project = node.post("/api/v1/projects", "{\"title\":\"Under test\"}")
                .path("id")
                .asText();
        HttpResponse<String> stored = node.send(
                "PUT",
                "/api/v1/projects/" + project + "/script?fileName=story.fountain",
                "application/octet-stream",
                script.getBytes(StandardCharsets.UTF_8));
        NodeUnderTest.data(stored);
        JsonNode production =
                node.post("/api/v1/projects/" + project + "/productions", JSON.writeValueAsString(choices));
        return new ProductionUnderTest(project, production.path("id").asText());
    }

    JsonNode on(NodeUnderTest node) throws IOException, InterruptedException {
        return NodeUnderTest.data(node.get("/api/v1/productions/" + id));
    }

    /** Looks again and again until what is seen is wanted. */
    JsonNode await(NodeUnderTest node, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = on(node);
        while (!wanted.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE.toMinutes() + " min: " + seen.toPrettyString());
            }
            if (node.process().waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the node ended with " + node.process().exitValue() + ": " + node.said());
            }
            seen = on(node);
        }
        return seen;
    }

    /** The production when it has ended well. */
    JsonNode awaitFilm(NodeUnderTest node) throws IOException, InterruptedException {
        JsonNode ended = await(node, ProductionUnderTest::hasEnded);
        if (!"succeeded".equals(ended.path("job").path("state").asText())) {
            throw new AssertionError("the production ended otherwise: " + ended.toPrettyString());
        }
        return ended;
    }

    static boolean hasEnded(JsonNode production) {
        return production.path("job").path("final").asBoolean();
    }

    /** By each finished step's title: everything its row says of how it was run. */
    static Map<String, String> finishedSteps(JsonNode production) {
        Map<String, String> finished = new TreeMap<>();
        for (JsonNode step : production.path("steps")) {
            if ("succeeded".equals(step.path("state").asText())) {
                finished.put(
                        step.path("title").asText(),
                        "attempt " + step.path("attempts").asText() + " from "
                                + step.path("startedAt").asText() + " to "
                                + step.path("completedAt").asText() + ": " + step.path("output"));
            }
        }
        return finished;
    }

    /** Downloads the film. */
    DecodedFilm film(NodeUnderTest node, JsonNode production, Path file) throws IOException, InterruptedException {
        node.download("/api/v1/assets/" + production.path("film").path("id").asText(), file);
        return DecodedFilm.of(file, node.data());
    }
}
