package dev.evergreen.api.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.provider.Offer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description and the server say the same, answer by answer. */
class ContractTest {
    private static final String SCRIPT = "Title: Tide\n\nEXT. POOL - DAWN\n\nMARA\nLook.\n";
    private static final Set<String> NOT_HTTP = Set.of("followEvents");

    private TestNode node;
    private Description description;
    private Caller api;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        node = TestNode.start(folder);
        description = new Description();
        api = new Caller(node.url(), description);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void every_route_is_described_and_every_description_is_served() {
        Set<Routes.Route> described = description.all().stream()
                .filter(operation -> !NOT_HTTP.contains(operation.id()))
                .map(Description.Operation::route)
                .collect(Collectors.toSet());

        assertEquals(described, Set.copyOf(node.server.routes()));
    }

    @Test
    void every_operation_succeeds_as_described() {
        node();
        projectsAndScripts();
        routing();
        media(
                "uploadMedia",
                "getMedia",
                "headMedia",
                "getMediaDetails",
                "listVariants",
                "getMediaCompanion",
                "deleteMedia");
        media(
                "uploadAsset",
                "getAsset",
                "headAsset",
                "getAssetDetails",
                "listAssetVariants",
                "getAssetCompanion",
                "deleteAsset");
        productions();
        timelineAndExports();
        jobs();
        notifications();
        operations();
        spending();

        Set<String> missed = new TreeSet<>(description.ids());
        missed.removeAll(api.called());
        missed.removeAll(NOT_HTTP);
        assertEquals(Set.of(), missed, "described, but never called by this test");
    }

    private void node() {
        assertEquals(
                "1.2.3", api.call("getEntry").expect(200).data().get("version").asText());
        api.call("getLiveness").expect(200);
        api.call("getReadiness").expect(200);
        assertTrue(text(api.call("getMetrics").expect(200)).contains("evergreen_jobs_total 1.0"));
        assertTrue(text(api.call("getDescription").expect(200)).startsWith("openapi: 3.1"));
        JsonNode session = api.call("getSession")
                .header("Sec-Fetch-Site", "same-origin")
                .expect(200)
                .data();
        assertEquals(TestNode.TOKEN, session.get("token").asText());
        JsonNode choices = api.call("getChoices").expect(200).data();
        assertEquals("Kevin", choices.at("/voices/0/title").asText());
        assertEquals(1, choices.get("voices").size(), "the catalogue that is down hides only its own voices");
        assertEquals("Picture book", choices.at("/styles/0/title").asText());
    }

    private void projectsAndScripts() {
        Caller.Answer created = api.call("createProject")
                .json("{\"title\":\" Tide Pools \",\"settings\":{\"format\":\"9:16\"}}")
                .expect(201);
        String id = created.data().get("id").asText();
        assertEquals("/api/v1/projects/" + id, created.header("Location"));
        assertEquals("Tide Pools", created.data().get("title").asText());
        assertEquals("\"1\"", created.header("ETag"));
        api.call("getProject", id).expect(200);
        api.call("getProject", id).header("If-None-Match", "\"1\"").expect(304);
        api.call("listProjects").query("limit=1").expect(200);
        api.call("listCollaborators", id).expect(200);
        Caller.Answer updated = api.call("updateProject", id)
                .header("If-Match", "\"1\"")
                .json("{\"title\":\"Pools\",\"description\":\"New\"}")
                .expect(200);
        assertEquals("\"2\"", updated.header("ETag"));
        assertEquals("9:16", updated.data().at("/settings/format").asText(), "settings left out stay");

        JsonNode stored = api.call("putScript", id)
                .query("fileName=tide.fountain")
                .body("text/plain", SCRIPT.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .data();
        assertEquals("MARA", stored.at("/characters/0/name").asText());
        String script = stored.at("/script/id").asText();
        api.call("getScript", id).expect(200);
        api.call("listScenes", id).expect(200);
        api.call("listScriptScenes", script).expect(200);
        api.call("listPrompts", script).expect(409);
        assertEquals(
                "s1-1",
                api.call("divideScript", script)
                        .expect(200)
                        .data()
                        .at("/0/shots/0/id")
                        .asText());
        api.call("listPrompts", script).expect(200);
        JsonNode parsed = api.call("parseScript")
                .form(Map.of(), "tide.fountain", SCRIPT.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .data();
        assertEquals("Tide", parsed.get("title").asText());
        assertEquals("exterior", parsed.at("/scenes/0/heading/setting").asText());
        JsonNode analysis = api.call("analyzeScript")
                .json("{\"text\":\"EXT. POOL - DAWN\\n\\nWaves.\",\"fileName\":\"a.fountain\"}")
                .expect(200)
                .data();
        assertEquals("$0.0125", analysis.at("/charge/text").asText());
        api.call("deleteProject", id).expect(204);
    }

    private void routing() {
        Caller.Answer made =
                api.call("createProject").json("{\"title\":\"Tide\"}").expect(201);
        String id = made.data().get("id").asText();
        JsonNode usual = api.call("getRouting", id).expect(200).data();
        assertFalse(usual.get("own").asBoolean());
        assertEquals("balanced", usual.at("/rules/policy").asText());
        String rules =
                "{\"policy\":\"cheapest\",\"denied\":[\"painter\",\"misspelt\"],\"quality\":\"standard\",\"regions\":[\"eu\"],"
                        + "\"noRetention\":true,\"mostExpensive\":{\"amount\":\"0.5\",\"currency\":\"EUR\"}}";
        JsonNode own = api.call("changeRouting", id)
                .header("If-Match", made.header("ETag"))
                .json(rules)
                .expect(200)
                .data();
        assertTrue(own.get("own").asBoolean());
        assertEquals("[\"misspelt\"]", own.get("unknown").toString());
        assertEquals(own, api.call("getRouting", id).expect(200).data());
        assertEquals("0.5", own.at("/rules/mostExpensive/amount").asText());
        JsonNode ranked = api.call("rankOffers", id).expect(200).data();
        assertEquals("ImageGenerator", ranked.at("/0/capability").asText());
        assertEquals("cheapest", ranked.at("/0/candidates/0/reason").asText());
        assertEquals(4.0, ranked.at("/0/candidates/0/waitSeconds").asDouble());
        api.call("changeRouting", id)
                .header("If-Match", "\"2\"")
                .json("{\"policy\":\"pinned\"}")
                .expect(400);
        api.call("changeRouting", id).json(rules).expect(428);
        assertEquals(
                usual,
                api.call("resetRouting", id)
                        .header("If-Match", "\"2\"")
                        .expect(200)
                        .data());
    }

    private void spending() {
        JsonNode budget = api.call("limitSpending")
                .json("{\"plugin\":\"painter\",\"account\":\"main\",\"period\":\"month\","
                        + "\"limit\":{\"amount\":\"20\",\"currency\":\"EUR\"}}")
                .expect(200)
                .data();
        assertEquals("20.00", budget.at("/limit/amount").asText());
        assertEquals("main", budget.get("account").asText());
        assertEquals(budget, api.call("listBudgets").expect(200).data().get(0), "listed as it was answered");
        api.call("removeBudget", budget.get("id").asText()).expect(204);
        api.call("removeBudget", budget.get("id").asText()).expect(404);
        assertEquals(
                List.of("plugin"),
                api.call("limitSpending")
                        .json(
                                "{\"account\":\"main\",\"period\":\"day\",\"limit\":{\"amount\":\"1\",\"currency\":\"USD\"}}")
                        .expect(400)
                        .fields());
        assertEquals(
                List.of("limit"),
                api.call("limitSpending")
                        .json("{\"period\":\"day\",\"limit\":{\"amount\":\"1\",\"currency\":\"QQQ\"}}")
                        .expect(400)
                        .fields());

        JsonNode spent = api.call("getSpend")
                .query("by=day&from=2026-03-01&to=2026-03-31")
                .expect(200)
                .data();
        assertEquals("1.25", spent.at("/0/spent/amount").asText());
        SpendQuestion asked = node.spending.questions.get(0);
        assertEquals(SpendQuestion.By.DAY, asked.by());
        assertEquals(Optional.of(Instant.parse("2026-03-01T00:00:00Z")), asked.from());
        assertEquals(Optional.of(Instant.parse("2026-04-01T00:00:00Z")), asked.until(), "the last day counts");
        assertEquals(
                List.of("by"), api.call("getSpend").query("by=mood").expect(400).fields());
        assertEquals(
                List.of("from"),
                api.call("getSpend").query("from=May").expect(400).fields());
        JsonNode film = api.call("getFilmSpend").expect(200).data().get(0);
        assertEquals("0.833333", film.at("/perMinute/amount").asText());

        JsonNode unknown = api.call("listUnknownCalls").expect(200).data().get(0);
        assertEquals("unknown", unknown.get("state").asText());
        String call = unknown.get("id").asText();
        assertEquals(
                "/api/v1/calls/" + call + "/look-up",
                unknown.at("/links/lookUp").asText());
        api.call("lookUpCall", UUID.randomUUID()).expect(404);
        api.call("lookUpCall", call).expect(409);
        node.spending.vendorAnswers = true;
        assertEquals(
                "released",
                api.call("lookUpCall", call).expect(200).data().get("state").asText());
        node.spending.call = FakeSpending.unknownCall();
        api.call("reconcileCall", call).json("{\"bought\":true}").expect(400);
        api.call("reconcileCall", call)
                .json("{\"bought\":false,\"charge\":{\"amount\":\"1\",\"currency\":\"USD\"}}")
                .expect(400);
        api.call("reconcileCall", UUID.randomUUID()).json("{\"bought\":false}").expect(404);
        JsonNode settled = api.call("reconcileCall", call)
                .json(
                        "{\"bought\":true,\"charge\":{\"amount\":\"0.04\",\"currency\":\"USD\"},\"note\":\"bill of May\"}")
                .expect(200)
                .data();
        assertEquals("0.04", settled.at("/charged/amount").asText());
        api.call("reconcileCall", call).json("{\"bought\":false}").expect(409);
    }

    private void media(
            String upload, String get, String head, String details, String variants, String companion, String delete) {
        UUID project = UUID.randomUUID();
        Caller.Answer raw = api.call(upload)
                .query("projectId=" + project + "&fileName=scene-1.png&role=picture")
                .body("image/png", new byte[20])
                .expect(201);
        String id = raw.data().get("id").asText();
        assertEquals("/api/v1/media/" + id, raw.header("Location"));
        api.call(upload)
                .form(Map.of("projectId", project.toString(), "role", "music"), "music.mp3", new byte[20])
                .expect(201);
        assertTrue(node.assets.uploaded.containsAll(List.of("scene-1.png picture 20", "music.mp3 music 20")));
        assertArrayEquals(
                FakeUseCases.FakeAssets.CONTENT, api.call(get, id).expect(200).body());
        api.call(get, id).header("Range", "bytes=2-4").expect(206);
        assertEquals("20", api.call(head, id).expect(200).header("Content-Length"));
        api.call(details, id).expect(200);
        api.call(variants, id).expect(200);
        assertEquals("4", api.call(companion, id, "thumbnails").expect(200).header("Evergreen-Thumbnails"));
        api.call(companion, id, "peaks").expect(404);
        api.call("listAssets", project).expect(200);
        api.call("listAssets", project).query("role=film").expect(200);
        api.call(delete, id).expect(204);
        api.call(head, id).expect(404);
    }

    private void productions() {
        UUID project = UUID.randomUUID();
        Caller.Answer started = api.call("startProduction", project)
                .json("{\"preset\":\"youtube-720p30\",\"scene\":2,\"captions\":false}")
                .expect(202);
        assertEquals("youtube-720p30", node.productions.requested.preset());
        assertEquals(2, node.productions.requested.scene().orElseThrow());
        assertFalse(node.productions.requested.captions());
        assertEquals(12.5, started.data().get("etaSeconds").asDouble());
        String id = started.data().get("id").asText();
        assertEquals("/api/v1/productions/" + id, started.header("Location"));
        api.call("startProduction", project).expect(202);
        api.call("getProduction", id).expect(200);
        api.call("listProductions", project).expect(200);
        JsonNode cancelled = api.call("cancelProduction", id).expect(202).data();
        assertEquals("cancelled", cancelled.at("/job/state").asText());
        api.call("cancelProduction", id).expect(409);
        api.call("retryProduction", id).expect(202);
        api.call("retryProduction", id).expect(409);
        api.call("redoShot", project, "s1-1").json("{\"notes\":\"more light\"}").expect(204);
        assertEquals("s1-1:more light", node.productions.redone);
        String pinned = "{\"routing\":{\"policy\":\"pinned\",\"pinned\":\"painter\"}}";
        api.call("redoShot", project, "s1-1").json(pinned).expect(204);
        assertEquals("s1-1: by painter", node.productions.redone);
        api.call("startProduction", project).json(pinned).expect(202);
        assertEquals(Optional.of(Routing.pinned("painter")), node.productions.requested.routing());
        JsonNode estimate = api.call("estimateProduction", project)
                .json("{\"tier\":\"draft\"}")
                .expect(200)
                .data();
        assertEquals(Optional.of(Offer.Tier.DRAFT), node.productions.requested.tier());
        assertEquals("$0.12", estimate.at("/lines/0/ceiling/text").asText());
        assertTrue(estimate.at("/lines/1/expected").isMissingNode(), "what is not known is no amount");
        assertTrue(estimate.at("/expected").isMissingNode(), "nor is their sum");
        api.call("estimateProduction", project).json("{\"tier\":\"finest\"}").expect(400);
        api.call("redoShot", project, "s1-1").json("{\"tier\":\"high\"}").expect(204);
        assertEquals("s1-1: HIGH", node.productions.redone);
        api.call("startProduction", project)
                .json("{\"routing\":{\"policy\":\"pinned\"}}")
                .expect(400);
    }

    private void timelineAndExports() {
        UUID project = UUID.randomUUID();
        Caller.Answer timeline = api.call("getTimeline", project).expect(200);
        assertEquals("\"3\"", timeline.header("ETag"));
        assertEquals(3.0, timeline.data().get("durationSeconds").asDouble());
        api.call("getTimeline", project).header("If-None-Match", "\"3\"").expect(304);
        Caller.Answer part =
                api.call("previewTimeline", project).query("from=90&side=180").expect(200);
        assertEquals("90+60@180", new String(part.body(), StandardCharsets.UTF_8));
        api.call("previewTimeline", project).query("frames=soon").expect(400);
        String split = "{\"command\":\"split\",\"clip\":\"v1\",\"frame\":12}";
        api.call("editTimeline")
                .json("{\"projectId\":\"" + project + "\",\"baseRevision\":3,\"commands\":[" + split + "]}")
                .expect(200);
        assertEquals(List.of(Map.of("command", "split", "clip", "v1", "frame", 12)), node.timelines.applied);
        String turn = "{\"projectId\":\"" + project + "\"}";
        api.call("undoEdit").json(turn).expect(200);
        api.call("redoEdit").json(turn).expect(200);
        assertEquals(List.of("undo", "redo"), node.timelines.applied);
        JsonNode history = api.call("getTimelineHistory", project).expect(200).data();
        assertEquals("split", history.at("/0/commands/0").asText());
        JsonNode commands = api.call("getCommands").expect(200).data();
        assertEquals("split", commands.at("/oneOf/0/properties/command/const").asText());
        node.plugins.stored.put("dev.evergreen.exporters", Samples.plugin("dev.evergreen.exporters", false));
        Caller.Answer export = api.call("createExport")
                .json("{\"projectId\":\"" + project + "\",\"preset\":\"small\",\"parameters\":{\"quality\":3}}")
                .expect(202);
        String id = export.data().get("id").asText();
        assertEquals(
                "evergreen.webm", node.exports.orders.get(UUID.fromString(id)).exporter());
        assertEquals(
                1, api.call("getExport", id).expect(200).data().get("sideFiles").size());
        api.call("renderTimeline")
                .json("{\"projectId\":\"" + project + "\",\"exporter\":\"evergreen.mp4\"}")
                .expect(202);
    }

    private void jobs() {
        Job running = node.jobs.add(JobState.RUNNING);
        Caller.Answer list = api.call("listJobs")
                .query("state=running&kind=production&rootsOnly=true&limit=7&projectId=" + UUID.randomUUID())
                .expect(200);
        assertEquals(JobState.RUNNING, node.jobs.asked.state().orElseThrow());
        assertTrue(node.jobs.asked.rootsOnly());
        String next = list.json().at("/meta/page/next").asText();
        assertTrue(next.startsWith("/api/v1/jobs?"), next);
        assertTrue(next.contains("limit=7") && next.endsWith("cursor=next+page%2F2"), next);
        JsonNode job = api.call("getJob", running.id()).expect(200).data();
        assertEquals(
                "/api/v1/jobs/" + running.id() + "/cancel",
                job.at("/links/cancel").asText());
        api.call("listJobSteps", running.id()).expect(200);
        api.call("cancelJob", running.id()).expect(202);
        api.call("cancelJob", running.id()).expect(409);
        api.call("retryJob", running.id()).expect(202);
        api.call("discardJob", running.id()).expect(409);
        api.call("cancelJob", running.id()).expect(202);
        api.call("discardJob", running.id()).expect(204);
        api.call("discardJob", running.id()).expect(404);
        Job waiting = node.jobs.add(JobState.PENDING);
        api.call("discardJob", waiting.id()).expect(409);
        api.call("cancelJob", waiting.id()).expect(202);
        api.call("retryJob", waiting.id()).expect(202);
        assertTrue(api.call("getJob", waiting.id()).expect(200).data().has("input"), "what it was asked to do");

        JsonNode queues = api.call("listQueues").expect(200).data();
        assertEquals("high_priority", queues.at("/0/queue").asText());
        assertEquals(1.5, queues.at("/0/waitedSeconds").asDouble());
        JsonNode held = api.call("changeQueue", "export")
                .json("{\"paused\":true}")
                .expect(200)
                .data();
        assertTrue(held.get("paused").asBoolean());
        assertTrue(api.call("listQueues").expect(200).data().at("/3/paused").asBoolean());
        api.call("changeQueue", "export").json("{}").expect(400);
        api.call("changeQueue", "dreams").json("{\"paused\":true}").expect(404);
        JsonNode worker = api.call("listWorkers").expect(200).data().get(0);
        assertEquals(4, worker.at("/queues/0/atOnce").asInt());
        assertEquals("narrate", worker.at("/rates/0/kind").asText());
        assertEquals(
                "15 3 * * *",
                api.call("listSchedules").expect(200).data().at("/0/schedule").asText());
    }

    private void notifications() {
        Caller.Answer added = api.call("addNotificationAddress")
                .json("{\"channel\":\"webhook\",\"target\":\"https://hooks.example.com/evergreen\"}")
                .expect(201);
        String id = added.data().get("id").asText();
        assertEquals("/api/v1/notifications/addresses/" + id, added.header("Location"));
        assertEquals("whsec_c2VjcmV0", added.data().get("signingSecret").asText());
        JsonNode listed = api.call("listNotificationAddresses").expect(200).data();
        assertEquals("webhook", listed.at("/0/channel").asText());
        assertTrue(listed.at("/0/signingSecret").isMissingNode(), "told once");
        api.call("testNotificationAddress", id).expect(202);
        JsonNode delivery =
                api.call("listNotificationDeliveries").expect(200).data().get(0);
        assertEquals(id, delivery.get("addressId").asText());
        assertEquals("failed", delivery.get("state").asText());
        api.call("removeNotificationAddress", id).expect(204);
        api.call("removeNotificationAddress", id).expect(404);
        api.call("testNotificationAddress", id).expect(404);
        api.call("addNotificationAddress")
                .json("{\"channel\":\"pigeon\",\"target\":\"the loft\"}")
                .expect(400);
    }

    private void operations() {
        JsonNode offers = api.call("listProviders").expect(200).data();
        assertEquals("0.04", offers.at("/0/price/expected/amount").asText());
        assertEquals("half_open", offers.at("/0/circuit").asText());

        Caller.Answer first = api.call("createAccount")
                .json("{\"plugin\":\"northlight\",\"name\":\"main\",\"settings\":{\"apiKey\":\"k\"}}")
                .expect(201);
        String account = first.data().get("id").asText();
        api.call("createAccount")
                .json("{\"plugin\":\"northlight\",\"name\":\"main\"}")
                .expect(409);
        String second = api.call("createAccount")
                .json("{\"plugin\":\"northlight\",\"name\":\"spare\",\"enabled\":false}")
                .expect(201)
                .data()
                .get("id")
                .asText();
        api.call("listAccounts").expect(200);
        api.call("getAccount", account).expect(200);
        JsonNode changed = api.call("updateAccount", account)
                .json("{\"enabled\":false}")
                .expect(200)
                .data();
        assertFalse(changed.get("enabled").asBoolean());
        assertEquals("k", changed.at("/settings/apiKey").asText(), "settings left out stay");
        JsonNode ordered = api.call("orderAccounts")
                .json("{\"ids\":[\"" + second + "\",\"" + account + "\"]}")
                .expect(200)
                .data();
        assertEquals(second, ordered.at("/0/id").asText());
        assertEquals(
                "degraded",
                api.call("testAccount", account).expect(200).data().get("state").asText());
        api.call("deleteAccount", account).expect(204);
        assertEquals(
                List.of("spare"),
                node.accounts.list().stream().map(ProviderAccount::name).toList());

        Caller.Answer installed = api.call("installPlugin")
                .query("fileName=grain.jar")
                .body("application/java-archive", new byte[] {'P', 'K'})
                .expect(201);
        assertEquals("/api/v1/plugins/com.example.grain", installed.header("Location"));
        api.call("installPlugin")
                .form(Map.of(), "grain.jar", new byte[] {'P', 'K'})
                .expect(201);
        api.call("listPlugins").expect(200);
        api.call("getPlugin", "com.example.grain").expect(200);
        api.call("rollBackPlugin", "com.example.grain").expect(200);
        api.call("enablePlugin", "com.example.grain").expect(200);
        api.call("removePlugin", "com.example.grain").expect(204);
    }

    @Test
    void the_older_prefix_serves_the_same() throws Exception {
        String created = api.call("createProject")
                .json("{\"title\":\"T\"}")
                .expect(201)
                .data()
                .get("id")
                .asText();

        RawHttp.Answer old = RawHttp.get(node.server.port(), "/api/projects/" + created);

        assertEquals(200, old.status());
        assertTrue(old.body().contains("\"self\":\"/api/v1/projects/" + created + "\""), old::body);
    }

    @Test
    void calls_are_timed_by_route_and_not_by_address() {
        api.call("getProject", UUID.randomUUID()).expect(404);

        Await.until(
                () -> node.metrics.timed.contains("GET /api/v1/projects/{projectId} 4xx"),
                node.metrics.timed::toString);
    }

    private static String text(Caller.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
