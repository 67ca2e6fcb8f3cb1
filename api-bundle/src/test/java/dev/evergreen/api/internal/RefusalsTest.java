package dev.evergreen.api.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.telemetry.ReadinessReport;
import dev.evergreen.editor.Timelines;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.plugins.PluginSet;
import dev.evergreen.plugins.ProviderAccounts;
import dev.evergreen.productions.Productions;
import dev.evergreen.projects.ScriptAnalysis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused is refused as the description says, with the field or the part that is to blame. */
class RefusalsTest {
    private TestNode node;
    private Caller api;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        node = TestNode.start(folder);
        api = new Caller(node.url(), new Description());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void refusals_are_as_described_and_name_the_field() {
        UUID none = UUID.randomUUID();
        Caller.Answer refused = api.call("createProject")
                .json("{\"title\":\"\",\"settings\":{\"format\":\"21:9\"},\"colour\":1}")
                .expect(400);
        assertEquals(Set.of("title", "settings.format", "colour"), Set.copyOf(refused.fields()));
        assertTrue(
                refused.json().toString().contains("settings.format is \\\"21:9\\\", which is not one of"),
                refused.json()::toString);
        assertEquals(
                List.of("title"),
                api.call("createProject").json("{}").expect(400).fields());
        assertEquals(
                List.of("body"),
                api.call("createProject").json("{\"title\":").expect(400).fields());
        assertEquals(
                List.of("body"), api.call("createProject").json("").expect(400).fields());
        assertEquals(
                List.of("limit"),
                api.call("listProjects").query("limit=0").expect(400).fields());
        assertEquals(
                List.of("limit"),
                api.call("listProjects").query("limit=many").expect(400).fields());
        api.call("getProject", none).expect(404);
        api.call("updateProject", none)
                .header("If-Match", "*")
                .json("{\"title\":\"T\"}")
                .expect(404);
        api.call("deleteProject", none).expect(404);
        api.call("getScript", none).expect(404);
        api.call("divideScript", none).expect(404);
        assertEquals(
                List.of("state"),
                api.call("listJobs").query("state=tired").expect(400).fields());
        api.call("getJob", none).expect(404);
        api.call("getProduction", none).expect(404);
        api.call("startProduction", none).json("{\"scene\":0}").expect(400);
        api.call("redoShot", none, "none").expect(404);
        api.call("getExport", none).expect(404);
        api.call("createExport")
                .json("{\"projectId\":\"" + none + "\",\"preset\":\"unheard\"}")
                .expect(400);
        api.call("getAccount", none).expect(404);
        api.call("orderAccounts").json("{\"ids\":[\"" + none + "\"]}").expect(400);
        api.call("getPlugin", "no.such").expect(404);
        api.call("installPlugin")
                .body("application/octet-stream", new byte[] {'x'})
                .expect(400);
        api.call("rollBackPlugin", "no.such").expect(404);
        api.call("enablePlugin", "no.such").expect(404);
        api.call("getSession").expect(403);
    }

    @Test
    void a_script_that_cannot_be_read_is_refused_with_line_and_column() {
        Caller.Answer empty = api.call("parseScript").json("{\"text\":\"   \"}").expect(400);
        assertEquals(List.of("script:1:1"), empty.fields());
        api.call("parseScript")
                .body("application/octet-stream", new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 1, 2, 3})
                .expect(415);
        api.call("parseScript")
                .body("text/plain", new byte[(int) FakeUseCases.FakeScripts.LIMIT + 1])
                .expect(413);
    }

    @Test
    void a_change_of_a_project_needs_its_etag_and_loses_against_a_faster_one() {
        String id = api.call("createProject")
                .json("{\"title\":\"T\"}")
                .expect(201)
                .data()
                .get("id")
                .asText();

        api.call("updateProject", id).json("{\"title\":\"U\"}").expect(428);
        Caller.Answer stale = api.call("updateProject", id)
                .header("If-Match", "\"7\"")
                .json("{\"title\":\"U\"}")
                .expect(412);
        assertTrue(stale.error().get("message").asText().contains("\"1\""), stale.error()::toString);
        node.projects.somebodyIsFaster = true;
        api.call("updateProject", id)
                .header("If-Match", "\"1\"")
                .json("{\"title\":\"U\"}")
                .expect(412);
    }

    @Test
    void commands_need_a_name_and_a_base_that_others_have_not_changed() {
        UUID project = UUID.randomUUID();
        Caller.Answer refused = api.call("editTimeline")
                .json("{\"projectId\":\"" + project
                        + "\",\"baseRevision\":3,\"commands\":[{\"clip\":\"c1\"},3],\"x\":1}")
                .expect(400);

        assertTrue(refused.fields().contains("commands[0].command"), refused.fields()::toString);
        assertEquals(List.of(), node.timelines.applied);
        api.call("editTimeline")
                .json("{\"projectId\":\"" + project + "\",\"baseRevision\":2,\"commands\":["
                        + "{\"command\":\"set-caption-text\",\"clip\":\"c1\",\"text\":\"x\"}]}")
                .expect(409);
        api.call("undoEdit").json("{}").expect(400);
    }

    @Test
    void a_part_that_is_stopped_is_named_while_the_others_answer() {
        node.engine.stop(Productions.class);
        node.engine.stop(PluginSet.class);
        node.engine.stop(ProviderAccounts.class);
        node.engine.stop(Orchestrator.class);
        node.engine.stop(ScriptAnalysis.class);
        UUID id = UUID.randomUUID();

        Caller.Answer refused = api.call("startProduction", id).expect(503);

        assertTrue(refused.error().get("message").asText().contains("'Productions'"), refused.error()::toString);
        api.call("listPlugins").expect(503);
        api.call("listAccounts").expect(503);
        api.call("listProviders").expect(503);
        api.call("analyzeScript").json("{\"text\":\"INT. A\"}").expect(503);
        api.call("listProjects").expect(200);
        api.call("getChoices").expect(200);
        api.call("getTimeline", id).expect(200);
        node.engine.stop(Timelines.class);
        api.call("getLiveness").expect(200);
    }

    @Test
    void readiness_names_what_is_missing_and_forgives_foreign_plugins() {
        node.findings.add(new ReadinessReport.Finding("com.example.grain", "needs a package", false));
        api.call("getReadiness").expect(200);
        node.findings.add(new ReadinessReport.Finding("dev.evergreen.jobs", "is not started", true));

        Caller.Answer refused = api.call("getReadiness").expect(503);

        assertEquals(List.of("dev.evergreen.jobs"), refused.fields());
        assertEquals(
                "dev.evergreen.jobs: is not started",
                refused.error().get("message").asText());
    }

    @Test
    void uploads_are_refused_by_size_type_and_missing_words() {
        api.call("uploadMedia")
                .query("fileName=a.png")
                .body("image/png", new byte[5])
                .expect(400);
        api.call("uploadMedia")
                .query("projectId=" + UUID.randomUUID())
                .body("image/png", new byte[5])
                .expect(400);
        api.call("uploadMedia")
                .query("fileName=a.png&role=king&projectId=" + UUID.randomUUID())
                .body("image/png", new byte[5])
                .expect(400);
        api.call("uploadMedia")
                .query("fileName=a.png&projectId=" + UUID.randomUUID())
                .body("image/png", new byte[0])
                .expect(415);
        Caller.Answer large = api.call("uploadMedia")
                .query("fileName=a.png&projectId=" + UUID.randomUUID())
                .body("image/png", new byte[6_000_000])
                .expect(413);
        assertTrue(large.error().get("message").asText().contains("limit is 5 MB"), large.error()::toString);
        node.assets.inUse = true;
        String id = node.assets
                .add(Samples.asset(UUID.randomUUID(), UUID.randomUUID()), 20)
                .asset()
                .id()
                .toString();
        api.call("deleteMedia", id).expect(409);
    }

    @Test
    void a_plugin_beyond_its_limit_is_refused_in_a_form_too() {
        byte[] large = new byte[2_000_001];
        large[0] = 'P';

        api.call("installPlugin").body("application/java-archive", large).expect(413);
        api.call("installPlugin").form(Map.of(), "large.jar", large).expect(413);
        assertTrue(node.plugins.stored.isEmpty(), "nothing was installed");
    }
}
