package dev.evergreen.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.Test;
import org.osgi.framework.Bundle;

/** Stopping one part of the engine leaves the others answering. */
public class IndependenceContainerTest extends ContainerTest {
    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * A call of the API.
     *
     * @param status what it answers while its part runs
     */
    private record Call(String method, String path, String body, int status) {}

    /** Calls that only work with the part, by symbolic name. */
    private static final Map<String, List<Call>> CALLS = new LinkedHashMap<>();

    static {
        CALLS.put(
                "dev.evergreen.projects",
                List.of(
                        new Call("GET", "/projects", "", 200),
                        new Call("GET", "/projects/" + NOBODY, "", 404),
                        new Call("GET", "/media/" + NOBODY, "", 404)));
        CALLS.put(
                "dev.evergreen.scripting",
                List.of(new Call("POST", "/scripts/parse", "{\"text\":\"INT. ROOM - DAY\"}", 200)));
        CALLS.put(
                "dev.evergreen.productions",
                List.of(
                        new Call("GET", "/productions/" + NOBODY, "", 404),
                        new Call("POST", "/projects/" + NOBODY + "/productions", "{}", 404)));
        CALLS.put(
                "dev.evergreen.editor",
                List.of(
                        new Call("GET", "/projects/" + NOBODY + "/timeline", "", 404),
                        new Call(
                                "POST",
                                "/editor/timeline",
                                "{\"projectId\":\"" + NOBODY
                                        + "\",\"baseRevision\":1,\"commands\":[{\"command\":\"set-caption-text\","
                                        + "\"clip\":\"c\",\"text\":\"t\"}]}",
                                404)));
        CALLS.put(
                "dev.evergreen.publishing",
                List.of(
                        new Call("GET", "/exports/" + NOBODY, "", 404),
                        new Call("POST", "/exports", "{\"projectId\":\"" + NOBODY + "\"}", 404)));
        CALLS.put("dev.evergreen.plugins", List.of(new Call("GET", "/plugins", "", 200)));
        CALLS.put("dev.evergreen.jobs", List.of(new Call("GET", "/jobs", "", 200)));
        CALLS.put("dev.evergreen.orchestrator", List.of(new Call("GET", "/providers", "", 200)));
        CALLS.put(
                "dev.evergreen.notifications",
                List.of(
                        new Call("GET", "/notifications/addresses", "", 200),
                        new Call("GET", "/notifications/deliveries", "", 200),
                        new Call("POST", "/notifications/addresses/" + NOBODY + "/test", "", 404)));
        CALLS.put(
                "dev.evergreen.spending",
                List.of(
                        new Call("GET", "/budgets", "", 200),
                        new Call("GET", "/spend", "", 200),
                        new Call("GET", "/calls/unknown", "", 200)));
    }

    @Test
    public void everyPartAnswersWhileAllRun() throws Exception {
        awaitReady();
        assertAnswers("");
    }

    @Test
    public void projectsMayStop() throws Exception {
        // Scripts are read through the projects they belong to.
        assertOthersAnswerWithout("dev.evergreen.projects", "dev.evergreen.scripting");
    }

    @Test
    public void scriptingMayStop() throws Exception {
        assertOthersAnswerWithout("dev.evergreen.scripting");
    }

    @Test
    public void productionsMayStop() throws Exception {
        assertOthersAnswerWithout("dev.evergreen.productions");
    }

    @Test
    public void theEditorMayStop() throws Exception {
        assertOthersAnswerWithout("dev.evergreen.editor");
    }

    @Test
    public void publishingMayStop() throws Exception {
        assertOthersAnswerWithout("dev.evergreen.publishing");
    }

    @Test
    public void notificationsMayStop() throws Exception {
        assertOthersAnswerWithout("dev.evergreen.notifications");
    }

    @Test
    public void spendingMayStop() throws Exception {
        assertOthersAnswerWithout("dev.evergreen.spending");
    }

    /** @param withIt parts that answer only through the stopped one */
    private void assertOthersAnswerWithout(String stopped, String... withIt) throws Exception {
        awaitReady();
        Bundle bundle = bundle(stopped);
        bundle.stop();
        try {
            for (Call call : CALLS.get(stopped)) {
                assertUnavailable(call);
            }
            for (String other : withIt) {
                for (Call call : CALLS.get(other)) {
                    assertUnavailable(call);
                }
            }
            assertAnswers(stopped, withIt);
            assertFalse("the node says that it is not whole", readiness.check().ready());
            HttpResponse<String> ready = api().get("/readyz");
            assertEquals(503, ready.statusCode());
            assertTrue(ready.body(), ready.body().contains(stopped));
        } finally {
            bundle.start();
        }
        awaitReady();
        for (Call call : CALLS.get(stopped)) {
            assertEquals(call.toString(), call.status(), answer(call).statusCode());
        }
    }

    private void assertAnswers(String stopped, String... withIt) throws Exception {
        for (Map.Entry<String, List<Call>> part : CALLS.entrySet()) {
            if (part.getKey().equals(stopped) || List.of(withIt).contains(part.getKey())) {
                continue;
            }
            for (Call call : part.getValue()) {
                HttpResponse<String> answer = answer(call);
                String what = part.getKey() + " without " + stopped + ": " + call + " gave " + answer.body();
                assertEquals(what, call.status(), answer.statusCode());
                assertFalse("no such route: " + call, answer.body().contains("There is nothing at"));
            }
        }
    }

    private void assertUnavailable(Call call) throws Exception {
        HttpResponse<String> answer = answer(call);
        assertEquals(call + " gave " + answer.body(), 503, answer.statusCode());
        assertEquals("unavailable", NodeApi.errors(answer).path(0).path("code").asText());
        assertTrue(answer.body(), answer.headers().firstValue("Retry-After").isPresent());
    }

    private HttpResponse<String> answer(Call call) throws IOException, InterruptedException {
        return api().send(
                        call.method(),
                        "/api/v1" + call.path(),
                        "application/json",
                        call.body().getBytes(StandardCharsets.UTF_8));
    }

    private NodeApi api() {
        return new NodeApi(Path.of(context.getProperty("evergreen.data")));
    }

    private Bundle bundle(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(symbolicName + " is not installed"));
    }
}
