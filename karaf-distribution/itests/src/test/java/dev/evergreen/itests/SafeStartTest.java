package dev.evergreen.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.itests.NodeUnderTest.Start;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that ends the node whenever it starts can be got rid of. */
class SafeStartTest {
    private static final String HALTING = "com.example.halting";
    private static final String NARRATOR = "dev.evergreen.provider.offline.narrator";

    @TempDir
    Path folder;

    @Test
    void aSafeStartRunsNoForeignPluginAndSaysSo() throws IOException, InterruptedException {
        Start start = new Start(folder.resolve("data"));
        String account;
        try (NodeUnderTest node = NodeUnderTest.start(start)) {
            install(node, "halting.jar", halting());
            install(node, "narrator.jar", PluginJar.withVersion(narrator(), "1.0.0"));
            account = node.post(
                            "/api/v1/accounts",
                            "{\"plugin\":\"offline-narrator\",\"name\":\"studio\","
                                    + "\"settings\":{\"timeoutSeconds\":33}}")
                    .path("id")
                    .asText();
        }
        Files.createFile(start.data().resolve("halt"));
        assertEquals(HaltingComponent.EXIT, NodeUnderTest.launch(start).awaitEnd());

        Start safe = start.with("EVERGREEN_SAFE_START", "true");
        try (NodeUnderTest node = NodeUnderTest.start(safe)) {
            JsonNode held = plugin(node, HALTING);
            assertEquals("disabled", held.path("state").asText());
            assertTrue(held.path("error").asText().contains("safe start"), held.toString());
            JsonNode standIn = plugin(node, NARRATOR);
            assertEquals("active", standIn.path("state").asText());
            assertEquals("0.1.0.SNAPSHOT", standIn.path("version").asText());
            assertTrue(log(node).contains("safe start"), "the log says so");
            HttpResponse<String> refused = node.api().upload("good.jar", halting());
            assertEquals(409, refused.statusCode(), refused.body());
            assertEquals(
                    204,
                    node.send("DELETE", "/api/v1/plugins/" + HALTING, "application/json", new byte[0])
                            .statusCode());
        }

        try (NodeUnderTest node = NodeUnderTest.start(start)) {
            assertFalse(
                    NodeUnderTest.data(node.get("/api/v1/plugins")).toString().contains(HALTING));
            assertEquals("1.0.0", plugin(node, NARRATOR).path("version").asText());
            JsonNode kept = NodeUnderTest.data(node.get("/api/v1/accounts/" + account));
            assertEquals(33, kept.path("settings").path("timeoutSeconds").asInt(), kept.toString());
            String offers = NodeUnderTest.data(node.get("/api/v1/providers")).toString();
            assertTrue(offers.contains("\"account\":\"studio\""), offers);
        }
    }

    private static byte[] halting() {
        return new PluginJar(HALTING, "1.0.0")
                .descriptor(HALTING)
                .component(HaltingComponent.class)
                .bytes();
    }

    private static byte[] narrator() throws IOException {
        Path built = Distribution.home().resolve("system/dev/evergreen").resolve(NARRATOR);
        try (Stream<Path> files = Files.walk(built)) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static void install(NodeUnderTest node, String fileName, byte[] jar)
            throws IOException, InterruptedException {
        assertEquals(
                "active",
                NodeUnderTest.data(node.api().upload(fileName, jar))
                        .path("state")
                        .asText());
    }

    private static JsonNode plugin(NodeUnderTest node, String symbolicName) throws IOException, InterruptedException {
        return NodeUnderTest.data(node.get("/api/v1/plugins/" + symbolicName));
    }

    private static String log(NodeUnderTest node) throws IOException {
        return Files.readString(node.data().resolve("log/evergreen.log"));
    }
}
