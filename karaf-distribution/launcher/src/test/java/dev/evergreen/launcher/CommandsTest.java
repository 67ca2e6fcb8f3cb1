package dev.evergreen.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final String PROJECTS = "GET /api/v1/projects?limit=200";
    private static final String PRODUCTIONS = "GET /api/v1/projects/p1/productions?limit=20";

    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private FakeNode node;

    @BeforeEach
    void start() throws IOException {
        node = new FakeNode();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(realOut);
        System.setErr(realErr);
        node.close();
    }

    @Test
    void makeMakesAFilmAndPrintsItsBill() throws IOException {
        Path script = Files.writeString(folder.resolve("tale.fountain"), "INT. ROOM - DAY\n\nA cat sleeps.\n");
        byte[] film = {1, 2, 3};
        node.data(PROJECTS, "[]")
                .on(
                        "POST /api/v1/projects",
                        201,
                        "{\"data\":{\"id\":\"p1\",\"revision\":1,\"settings\":{\"voice\":\"anna\"}}}")
                .data(PRODUCTIONS, "[]")
                .data("PUT /api/v1/projects/p1/script?fileName=tale.fountain", "{}")
                .data("GET /api/v1/projects/p1", "{\"id\":\"p1\",\"revision\":1,\"settings\":{\"voice\":\"anna\"}}")
                .on("POST /api/v1/projects/p1/productions", 202, "{\"data\":{\"id\":\"m1\"}}")
                .data(
                        "GET /api/v1/productions/m1",
                        "{\"id\":\"m1\",\"job\":{\"state\":\"running\",\"final\":false,\"progress\":40,\"stage\":\"\"},"
                                + "\"etaSeconds\":12,\"steps\":[{\"state\":\"running\",\"title\":\"Narrate scene 1\",\"stage\":\"\"}]}")
                .data("GET /api/v1/productions/m1", """
                        {"id":"m1","job":{"state":"succeeded","final":true,"progress":100,"stage":""},"steps":[],
                         "film":{"id":"f1","mediaType":"video/mp4","metadata":{"durationSeconds":61.5}},
                         "bill":[{"item":"Narration of scene 1","provider":"Offline narrator","cached":false,"charge":{"text":"$0.00"}}],
                         "total":{"text":"$0.00"},"checks":[]}
                        """)
                .file("GET /api/v1/assets/f1", film);
        Path target = folder.resolve("out/film.mp4");

        assertEquals(0, run("make", script.toString(), "-o", target.toString(), "--voice", "anna"));

        assertArrayEquals(film, Files.readAllBytes(target));
        String said = said();
        assertTrue(said.contains("40 %  Narrate scene 1, about 0:12 left"), said);
        assertTrue(said.contains("Narration of scene 1  Offline narrator  $0.00"), said);
        assertTrue(said.contains("Film    " + target), said);
        assertTrue(said.contains("Length  1:02 (61.5 s)"), said);
        assertTrue(said.contains("Bill    $0.00"), said);
        assertEquals("secret", node.calls("POST /api/v1/projects").get(0).token());
        assertEquals(
                "anna",
                node.calls("POST /api/v1/projects/p1/productions")
                        .get(0)
                        .json()
                        .path("voice")
                        .asText());
    }

    @Test
    void makeSaysWhatItWouldCostAndMakesNothing() throws IOException {
        Path script = Files.writeString(folder.resolve("tale.fountain"), "INT. ROOM - DAY\n\nA cat sleeps.\n");
        node.data(PROJECTS, "[]")
                .on("POST /api/v1/projects", 201, "{\"data\":{\"id\":\"p1\",\"revision\":1,\"settings\":{}}}")
                .data("PUT /api/v1/projects/p1/script?fileName=tale.fountain", "{}")
                .data("GET /api/v1/projects/p1", "{\"id\":\"p1\",\"revision\":1,\"settings\":{\"tier\":\"high\"}}")
                .data("POST /api/v1/projects/p1/productions/estimate", """
                        {"lines":[{"item":"Picture, scene 1, shot 1","provider":"painter//oil","standing":"priced",
                          "expected":{"text":"$0.04"},"ceiling":{"text":"$0.12"}},
                         {"item":"Music","provider":"","standing":"unpriced"}],
                         "saved":{"text":"$0.02"},"remarks":[],"asks":["Music: what it costs is not known."]}
                        """);

        assertEquals(0, run("make", script.toString(), "--quality", "high", "--estimate"));

        String said = said();
        assertTrue(said.contains("Picture, scene 1, shot 1  painter//oil        $0.04      $0.12"), said);
        assertTrue(said.contains("Expected  not known"), said);
        assertTrue(said.contains("Asks: Music: what it costs is not known."), said);
        assertEquals(
                "high",
                node.calls("POST /api/v1/projects/p1/productions/estimate")
                        .get(0)
                        .json()
                        .path("tier")
                        .asText());
        assertEquals(Failure.USAGE, run("make", script.toString(), "--quality", "finest"));
    }

    @Test
    void makeGoesOnWithAnUnfinishedProduction() throws IOException {
        Path script = Files.writeString(folder.resolve("tale.fountain"), "INT. ROOM - DAY\r\n");
        node.data(
                        PROJECTS,
                        "[{\"id\":\"p1\",\"title\":\"tale\",\"description\":\"Script: " + script
                                + "\",\"settings\":{},\"revision\":3}]")
                .data(PRODUCTIONS, "[{\"id\":\"m7\",\"job\":{\"final\":false}}]")
                .data("PUT /api/v1/projects/p1/script?fileName=tale.fountain", "{}")
                .data("GET /api/v1/projects/p1", "{\"settings\":{}}")
                .on("POST /api/v1/projects/p1/productions", 202, "{\"data\":{\"id\":\"m7\"}}")
                .data(
                        "GET /api/v1/productions/m7",
                        "{\"job\":{\"state\":\"cancelled\",\"final\":true,\"progress\":50},\"steps\":[]}");

        assertEquals(Failure.PRODUCTION, run("make", script.toString()));

        assertTrue(said().contains("Going on where it was interrupted"), said());
        assertTrue(complained().contains("the production ended as cancelled"), complained());
    }

    @Test
    void theReasonOfAFailedStepIsSaidInOneLine() throws IOException {
        Path script = Files.writeString(folder.resolve("tale.fountain"), "INT. ROOM - DAY\n");
        node.data(PROJECTS, "[]")
                .on("POST /api/v1/projects", 201, "{\"data\":{\"id\":\"p1\",\"settings\":{}}}")
                .data(PRODUCTIONS, "[]")
                .data("PUT /api/v1/projects/p1/script?fileName=tale.fountain", "{}")
                .data("GET /api/v1/projects/p1", "{\"settings\":{}}")
                .on("POST /api/v1/projects/p1/productions", 202, "{\"data\":{\"id\":\"m1\"}}")
                .data(
                        "GET /api/v1/productions/m1",
                        "{\"job\":{\"state\":\"failed\",\"final\":true},\"steps\":[{\"state\":\"failed\","
                                + "\"title\":\"Render\",\"error\":\"no space left\"}]}");

        assertEquals(Failure.PRODUCTION, run("make", script.toString()));
        assertEquals("evergreen: Render failed: no space left\n", complained());
    }

    @Test
    void theNodesRefusalIsPassedOn() throws IOException {
        Path script = Files.writeString(folder.resolve("binary.fountain"), "x");
        node.data(PROJECTS, "[]")
                .on("POST /api/v1/projects", 201, "{\"data\":{\"id\":\"p1\",\"settings\":{}}}")
                .data(PRODUCTIONS, "[]")
                .on(
                        "PUT /api/v1/projects/p1/script?fileName=binary.fountain",
                        400,
                        "{\"errors\":[{\"field\":\"script:12:3\",\"message\":\"This is no text.\"}]}");

        assertEquals(Failure.USAGE, run("make", script.toString()));
        assertEquals("evergreen: " + script + ":12:3: This is no text.\n", complained());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.fountain", "empty.fountain", "."})
    void whatCannotBeAScriptIsRefusedBeforeAnyNodeIsAsked(String name) throws IOException {
        Files.createFile(folder.resolve("empty.fountain"));
        assertEquals(Failure.USAGE, run("make", folder.resolve(name).normalize().toString()));
        assertEquals(1, complained().lines().count(), complained());
        assertEquals(0, node.calls("").size());
    }

    @Test
    void statusTellsWhatIsMissing() {
        node.on("GET /readyz", 503, "{\"errors\":[{\"field\":\"\",\"message\":\"dev.evergreen.jobs is stopped\"}]}");
        assertEquals(1, run("status"));
        assertTrue(said().contains("Not ready " + node.url()), said());
        assertTrue(said().contains("  dev.evergreen.jobs is stopped"), said());
    }

    @Test
    void statusTellsWhatKeepsTheState() {
        node.data(
                "GET /readyz",
                "{\"state\":\"ready\",\"storage\":[{\"role\":\"blobs\",\"place\":\"the folder /data/blobs\"},"
                        + "{\"role\":\"cache\",\"place\":\"Redis at far:6379\",\"trouble\":\"it does not answer\"}]}");
        assertEquals(0, run("status"));
        assertTrue(said().contains("Keeps    blobs: the folder /data/blobs\n"), said());
        assertTrue(said().contains("Keeps    cache: Redis at far:6379, DEGRADED: it does not answer\n"), said());
    }

    @Test
    void aNodeThatWasKilledDoesNotCountAsRunning() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        long nobody =
                ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).max().orElse(0) + 4_000_000;
        Files.writeString(
                folder.resolve("run/node.json"),
                "{\"pid\":" + nobody + ",\"url\":\"http://127.0.0.1:1\",\"token\":\"t\",\"version\":\"1\"}");
        assertEquals(Failure.NODE, Main.run("status", "--data", folder.toString()));
        assertTrue(said().contains("No node is running on " + folder), said());
    }

    @Test
    void pluginsAreListedInstalledAndRolledBack() throws IOException {
        String plugin =
                "{\"symbolicName\":\"com.acme.voice\",\"version\":\"2.0.0\",\"state\":\"active\",\"error\":\"\","
                        + "\"bundled\":false,\"descriptors\":[{\"title\":\"Acme voice\"}]}";
        Path jar = Files.writeString(folder.resolve("voice.jar"), "jar");
        node.data("GET /api/v1/plugins", "[" + plugin + "]")
                .on("POST /api/v1/plugins?fileName=voice.jar", 201, "{\"data\":" + plugin + "}")
                .data("POST /api/v1/plugins/com.acme.voice/rollback", plugin)
                .data("POST /api/v1/plugins/com.acme.voice/enable", plugin)
                .on("DELETE /api/v1/plugins/com.acme.voice", 204, "");

        assertEquals(0, run("plugin", "list"));
        assertEquals(0, run("plugin", "install", jar.toString()));
        assertEquals(0, run("plugin", "rollback", "com.acme.voice"));
        assertEquals(0, run("plugin", "enable", "com.acme.voice"));
        assertEquals(0, run("plugin", "remove", "com.acme.voice"));
        assertTrue(said().contains("com.acme.voice  2.0.0    active  installed  Acme voice"), said());
        assertTrue(said().contains("Installed com.acme.voice 2.0.0 (active)"), said());
        assertEquals(
                "jar", new String(node.calls("POST /api/v1/plugins?").get(0).body(), StandardCharsets.UTF_8));
    }

    @Test
    void aJarThatIsNoFileIsRefused() {
        assertEquals(Failure.USAGE, run("plugin", "install", "nowhere.jar"));
        assertEquals("evergreen: nowhere.jar is no file; give the path of a plugin's jar\n", complained());
    }

    @Test
    void providersAndJobsAreListed() {
        node.data(
                        "GET /api/v1/providers",
                        "[{\"capability\":\"ImageGenerator\",\"title\":\"Offline illustrator\",\"account\":\"\",\"calls\":4,"
                                + "\"circuit\":\"closed\",\"successRate\":1,\"latencySeconds\":0.4,"
                                + "\"price\":{\"for\":\"a picture\",\"eligible\":true,\"expected\":{\"text\":\"$0.00\"}}}]")
                .data(
                        "GET /api/v1/jobs?limit=50&rootsOnly=true",
                        "[{\"id\":\"j1\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"state\":\"failed\",\"progress\":30,"
                                + "\"title\":\"Make Tide Pools\",\"error\":\"no voice\"}]");
        assertEquals(0, run("providers"));
        assertEquals(0, run("jobs"));
        assertTrue(said().contains("closed, 100 % of 4 calls well, 0.4 s  $0.00 for a picture"), said());
        assertTrue(said().contains("failed  30 %  Make Tide Pools: no voice"), said());
    }

    @Test
    void whatWasSpentAndMayBeSpentIsPutIntoColumns() {
        String budget = "{\"id\":\"b1\",\"plugin\":\"painter\",\"account\":\"main\",\"period\":\"month\","
                + "\"limit\":{\"amount\":\"50\",\"currency\":\"USD\",\"text\":\"$50.00\"},"
                + "\"spent\":{\"amount\":\"12.4\",\"text\":\"$12.40\"},"
                + "\"reserved\":{\"amount\":\"0.6\",\"text\":\"$0.60\"}}";
        node.data("GET /api/v1/spend?by=day", "[{\"name\":\"2026-03-01\",\"spent\":{\"text\":\"$1.25\"},\"calls\":31}]")
                .data("GET /api/v1/spend?by=provider", "[]")
                .data("GET /api/v1/budgets", "[" + budget + "]")
                .data("PUT /api/v1/budgets", budget)
                .data("DELETE /api/v1/budgets/b1", "null");
        assertEquals(0, run("spend", "--by", "day"));
        assertTrue(said().contains("2026-03-01  $1.25    31"), said());
        assertEquals(0, run("spend"));
        assertTrue(said().contains("Nothing was charged yet."), said());
        assertEquals(0, run("spend", "budgets"));
        assertTrue(said().contains("b1      painter/main  month  $50.00  $12.40  $0.60     37 USD"), said());
        assertEquals(0, run("spend", "limit", "50", "--plugin", "painter", "--account", "main"));
        JsonNode asked = node.calls("PUT").get(0).json();
        assertEquals(
                "50 USD month",
                asked.at("/limit/amount").asText() + " "
                        + asked.at("/limit/currency").asText() + " "
                        + asked.path("period").asText());
        assertEquals(
                "painter/main",
                asked.path("plugin").asText() + "/" + asked.path("account").asText());
        assertFalse(asked.has("projectId"), asked::toString);
        assertEquals(0, run("spend", "unlimit", "b1"));
        assertEquals(2, run("spend", "limit", "much"));
        assertTrue(complained().contains("'much' is no amount; write one such as 12.50"), complained());
        assertEquals(2, run("spend", "--by", "mood"));
    }

    @Test
    void aCallIsSettledByTheBill() {
        node.data(
                        "GET /api/v1/calls/unknown",
                        "[{\"id\":\"c1\",\"plugin\":\"painter\",\"account\":\"\",\"reserved\":{\"text\":\"$0.05\"},"
                                + "\"createdAt\":\"2026-03-01T10:00:00.25Z\",\"note\":\"the node died\",\"links\":{\"lookUp\":\"/x\"}}]")
                .data("POST /api/v1/calls/c1/look-up", "{\"note\":\"not bought, says painter\"}")
                .data(
                        "POST /api/v1/calls/c1/reconcile",
                        "{\"note\":\"bought, says Ada\",\"charged\":{\"text\":\"$0.04\"}}");
        assertEquals(0, run("spend", "unknown"));
        assertTrue(said().contains("c1    painter  $0.05  2026-03-01T10:00:00Z  yes       the node died"), said());
        assertEquals(0, run("spend", "ask", "c1"));
        assertTrue(said().contains("not bought, says painter, charged nothing"), said());
        assertEquals(0, run("spend", "settle", "c1", "--charge", "0.04", "--note", "bill of May"));
        assertTrue(said().contains("bought, says Ada, charged $0.04"), said());
        JsonNode verdict = node.calls("POST").get(1).json();
        assertTrue(verdict.path("bought").asBoolean(), verdict::toString);
        assertEquals("0.04", verdict.at("/charge/amount").asText());
        assertEquals("bill of May", verdict.path("note").asText());
    }

    @Test
    void everyCommandHasHelp() {
        for (String command :
                new String[] {"make", "up", "down", "status", "plugin", "providers", "jobs", "spend", "doctor", "bench"
                }) {
            out.reset();
            assertEquals(0, Main.run(command, "--help"));
            assertTrue(said().startsWith("Usage: evergreen " + command), said());
        }
    }

    @Test
    void anUnknownCommandIsAUsageErrorWithoutStackTrace() {
        assertEquals(2, Main.run("mak"));
        assertEquals("evergreen: there is no command 'mak'; see 'evergreen --help'\n", complained());
        assertFalse(complained().contains("\tat "), complained());
    }

    private int run(String... arguments) {
        try {
            node.runOn(folder.resolve("data"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data").toString();
        return Main.run(all);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
