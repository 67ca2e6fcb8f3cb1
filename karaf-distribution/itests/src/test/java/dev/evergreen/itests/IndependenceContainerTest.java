package dev.evergreen.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;

/** Stopping one feature leaves the others answering. */
public class IndependenceContainerTest extends ContainerTest {
    private static final String ROOT_REGION = FeaturesService.ROOT_REGION;
    private static final UUID NOBODY = new UUID(0, 0);

    /** A call that only works with the feature, by feature. */
    private static final Map<String, Call> CALLS = new LinkedHashMap<>();

    static {
        CALLS.put("evergreen-scripting", new Call("POST", "/scripts/parse", "{\"text\":\"INT. ROOM - DAY\"}"));
        CALLS.put("evergreen-projects", new Call("GET", "/projects", ""));
        CALLS.put("evergreen-productions", new Call("GET", "/productions/" + NOBODY, ""));
        CALLS.put(
                "evergreen-editor",
                new Call(
                        "POST",
                        "/editor/timeline",
                        "{\"projectId\":\"" + NOBODY
                                + "\",\"baseRevision\":1,\"commands\":[{\"type\":\"set-caption-text\","
                                + "\"clipId\":\"c\",\"text\":\"t\"}]}"));
        CALLS.put("evergreen-publishing", new Call("POST", "/exports", "{\"projectId\":\"" + NOBODY + "\"}"));
        CALLS.put("evergreen-plugins", new Call("GET", "/plugins", ""));
        CALLS.put("evergreen-orchestrator", new Call("GET", "/providers", ""));
    }

    private record Call(String method, String path, String body) {}

    @Inject
    private FeaturesService features;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    public void eachPartAnswersWhileAllRun() throws Exception {
        awaitReady();
        for (Map.Entry<String, Call> part : CALLS.entrySet()) {
            assertWorks(part.getKey(), part.getValue());
        }
    }

    @Test
    public void scriptingMayStop() throws Exception {
        assertOthersAnswerWithout("evergreen-scripting");
    }

    @Test
    public void projectsMayStop() throws Exception {
        assertOthersAnswerWithout("evergreen-projects");
    }

    @Test
    public void editorMayStop() throws Exception {
        assertOthersAnswerWithout("evergreen-editor");
    }

    @Test
    public void publishingMayStop() throws Exception {
        assertOthersAnswerWithout("evergreen-publishing");
    }

    private void assertOthersAnswerWithout(String stopped) throws Exception {
        awaitReady();
        set(stopped, FeatureState.Resolved);
        try {
            await("503 of what needs " + stopped, () -> status(CALLS.get(stopped)) == 503);
            for (Map.Entry<String, Call> part : CALLS.entrySet()) {
                if (!part.getKey().equals(stopped)) {
                    assertWorks(part.getKey() + " without " + stopped, part.getValue());
                }
            }
        } finally {
            set(stopped, FeatureState.Started);
        }
        awaitReady();
        assertWorks(stopped + " after its return", CALLS.get(stopped));
    }

    private void set(String feature, FeatureState state) throws Exception {
        String id = features.getFeature(feature).getId();
        features.updateFeaturesState(
                Map.of(ROOT_REGION, Map.of(id, state)), java.util.EnumSet.noneOf(FeaturesService.Option.class));
    }

    private void assertWorks(String what, Call call) {
        int status = status(call);
        assertNotEquals(what + ": " + call, 503, status);
        assertTrue(what + ": " + call + " gave " + status, status < 500);
    }

    private int status(Call call) {
        try {
            String node = Files.readString(Path.of(context.getProperty("evergreen.data"), "run", "node.json"));
            HttpRequest request = HttpRequest.newBuilder(URI.create(field(node, "url") + "/api/v1" + call.path()))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/json")
                    .header("X-Evergreen-Token", field(node, "token"))
                    .method(call.method(), BodyPublishers.ofString(call.body()))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError("the node did not answer " + call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String field(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        assertTrue(json, matcher.find());
        return matcher.group(1);
    }

    @Test
    public void readinessNamesTheStoppedFeature() throws Exception {
        awaitReady();
        set("evergreen-editor", FeatureState.Resolved);
        try {
            assertEquals(false, readiness.check().ready());
        } finally {
            set("evergreen-editor", FeatureState.Started);
        }
        awaitReady();
    }
}
