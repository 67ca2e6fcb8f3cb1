package dev.evergreen.itests;

import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Small films whose sentences keep the narrator busy; another one is begun whenever few are left to be spoken. */
final class SpokenFilms {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SENTENCES = 8;
    private static final int FEW = 4;

    /** Older films have nothing left to be spoken. */
    private static final int RECENT = 3;

    private final NodeApi api;
    private final List<String> productions = new ArrayList<>();
    private int sentence;

    SpokenFilms(NodeApi api) {
        this.api = api;
    }

    /** Returns while some sentences are still to be spoken. */
    void haveSentencesLeft() throws IOException, InterruptedException {
        if (unspoken() < FEW) {
            begin();
        }
    }

    /** Waits for a sentence whose narration began after that moment, so that nobody but the narrator of now spoke it. */
    void awaitSpokenSince(Instant since) throws IOException, InterruptedException {
        await("a sentence that is spoken since " + since, () -> {
            if (count(step -> isSpoken(step) && begun(step).isAfter(since)) > 0) {
                return true;
            }
            haveSentencesLeft();
            return false;
        });
    }

    /** All films as they are in the end. */
    List<JsonNode> awaitEnd() throws IOException, InterruptedException {
        List<JsonNode> films = new ArrayList<>();
        for (String production : productions) {
            await(
                    "the end of production " + production,
                    () -> read(production).path("job").path("final").asBoolean());
            films.add(read(production));
        }
        return films;
    }

    /** How many jobs the films of so far consist of. */
    int steps() throws IOException, InterruptedException {
        int steps = 0;
        for (String production : productions) {
            steps += read(production).path("steps").size();
        }
        return steps;
    }

    /** Returns once the script is divided into its shots. */
    void begin() throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("Title: Numbers\nMusic: none\n");
        for (int shot = 0; shot < SENTENCES; shot++) {
            sentence++;
            script.append("\nINT. ROOM ").append(sentence).append(" - DAY\n\nA lamp stands on a table.\n\n");
            script.append("NARRATOR (V.O.)\nThis is number ").append(sentence).append(".\n");
        }
        String project = api.post("/api/v1/projects", "{\"title\":\"Numbers\"}")
                .path("id")
                .asText();
        NodeApi.data(api.send(
                "PUT",
                "/api/v1/projects/" + project + "/script?fileName=numbers.fountain",
                "text/plain",
                script.toString().getBytes(StandardCharsets.UTF_8)));
        String production = api.post(
                        "/api/v1/projects/" + project + "/productions",
                        "{\"preset\":\"240p24\",\"music\":\"none\",\"captions\":false}")
                .path("id")
                .asText();
        productions.add(production);
        await("the division of the script", () -> !narrations(read(production)).isEmpty());
    }

    private long unspoken() throws IOException, InterruptedException {
        return count(step -> !isSpoken(step));
    }

    private long count(Predicate<JsonNode> which) throws IOException, InterruptedException {
        long count = 0;
        for (String production : productions.subList(Math.max(0, productions.size() - RECENT), productions.size())) {
            count += narrations(read(production)).stream().filter(which).count();
        }
        return count;
    }

    private JsonNode read(String production) throws IOException, InterruptedException {
        JsonNode found = api.read("/api/v1/productions/" + production);
        JsonNode job = found.path("job");
        boolean well =
                !job.path("final").asBoolean() || job.path("state").asText().equals("succeeded");
        assertTrue(job.path("state").asText() + ": " + job.path("error").asText(), well);
        return found;
    }

    private static List<JsonNode> narrations(JsonNode production) {
        List<JsonNode> narrations = new ArrayList<>();
        production.path("steps").forEach(step -> {
            if (step.path("kind").asText().equals("production.narrate")) {
                narrations.add(step);
            }
        });
        return narrations;
    }

    private static boolean isSpoken(JsonNode step) {
        return step.path("state").asText().equals("succeeded");
    }

    private static Instant begun(JsonNode step) {
        return Instant.parse(step.path("startedAt").asText());
    }

    /** A condition that asks the node. */
    private interface Question {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(String what, Question question) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!question.holds()) {
            assertTrue(what + " did not come about within " + PATIENCE, System.nanoTime() < deadline);
            never.await(200, TimeUnit.MILLISECONDS);
        }
    }
}
