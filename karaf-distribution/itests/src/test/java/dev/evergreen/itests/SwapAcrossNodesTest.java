package dev.evergreen.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.itests.NodeUnderTest.Start;
import dev.evergreen.storage.contract.server.RedisServer;
import dev.evergreen.storage.contract.server.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes make films together while the narrator is replaced again and again, by whichever node. */
class SwapAcrossNodesTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    private static final int NODES = FULL ? 3 : 2;
    private static final int SWAPS = FULL ? 200 : 4;
    private static final int JOBS = FULL ? 1_000 : 30;
    private static final String NARRATOR = "dev.evergreen.provider.offline.narrator";
    private static final String WATCHER = "com.example.watcher";
    private static final String TRAVELLER = "com.example.traveller";

    @TempDir
    private Path folder;

    @Test
    void noJobIsLostFailedOrRunTwiceAndNoOtherBundleIsDisturbed() throws IOException, InterruptedException {
        Path jar = Distribution.root().resolve("core-bundles/blobs-s3/target/servers/s3proxy.jar");
        try (RedisServer redis = new RedisServer(Files.createDirectories(folder.resolve("redis"))).start();
                S3Server s3 = new S3Server(jar, Files.createDirectories(folder.resolve("s3"))).start();
                NodeUnderTest first =
                        NodeUnderTest.start(SharedStorageTest.shared(new Start(folder.resolve("node-0")), redis, s3))) {
            List<NodeUnderTest> nodes = new ArrayList<>(List.of(first));
            try {
                for (int i = 1; i < NODES; i++) {
                    nodes.add(NodeUnderTest.start(SharedStorageTest.shared(
                                    new Start(folder.resolve("node-" + i)), redis, s3)
                            .with("EVERGREEN_DATABASE_URL", SharedStorageTest.databaseOf(first))
                            .with(
                                    "EVERGREEN_DATABASE_PASSWORD_FILE",
                                    first.data().resolve("database/password").toString())));
                }
                swapAll(nodes);
            } finally {
                for (NodeUnderTest node : nodes.subList(1, nodes.size())) {
                    node.close();
                }
            }
        }
    }

    private static void swapAll(List<NodeUnderTest> nodes) throws IOException, InterruptedException {
        NodeUnderTest first = nodes.get(0);
        NodeUnderTest.data(first.api()
                .upload(
                        "watcher.jar",
                        new PluginJar(WATCHER, "1.0.0")
                                .header("Import-Package", "org.osgi.framework")
                                .descriptor(WATCHER)
                                .component(WatchingComponent.class)
                                .bytes()));
        SharedStorageTest.await("every node watches its bundles", () -> {
            for (NodeUnderTest node : nodes) {
                if (!Files.exists(node.data().resolve(WatchingComponent.FILE))) {
                    return false;
                }
            }
            return true;
        });
        byte[] narrator = narrator();
        SpokenFilms films = new SpokenFilms(first.api());
        films.haveSentencesLeft();
        films.awaitSpokenSince(Instant.EPOCH);
        for (int swap = 1; swap <= SWAPS; swap++) {
            String version = "1." + swap + ".0";
            films.haveSentencesLeft();
            NodeUnderTest.data(nodes.get(swap % nodes.size())
                    .api()
                    .upload("narrator-" + version + ".jar", PluginJar.withVersion(narrator, version)));
            awaitOnAll(nodes, NARRATOR, version);
        }
        travel(nodes);
        films.awaitSpokenSince(Instant.now());
        while (films.steps() < JOBS) {
            films.begin();
        }
        int jobs = 0;
        for (JsonNode film : films.awaitEnd()) {
            assertEquals(
                    "succeeded",
                    film.path("job").path("state").asText(),
                    film.path("job").path("error").asText());
            for (JsonNode step : film.path("steps")) {
                String title = step.path("title").asText();
                assertEquals("succeeded", step.path("state").asText(), title);
                assertEquals(1, step.path("attempts").asInt(), title);
                jobs++;
            }
        }
        assertTrue(jobs >= JOBS, jobs + " jobs");
        for (String state : List.of("failed", "dead", "cancelled")) {
            assertEquals(0, first.api().read("/api/v1/jobs?state=" + state).size(), state);
        }
        Set<String> disturbed = new TreeSet<>();
        for (NodeUnderTest node : nodes) {
            disturbed.addAll(Files.readAllLines(node.data().resolve(WatchingComponent.FILE)));
        }
        disturbed.removeAll(Set.of("watching", WATCHER, TRAVELLER));
        assertEquals(Set.of(NARRATOR), disturbed, "bundles that were started, stopped or changed");
        System.out.printf(
                "FIGURE %d nodes, %d updates of a provider during %d jobs: lost 0, failed 0, run twice 0, other bundles disturbed 0%n",
                nodes.size(), SWAPS, jobs);
    }

    /** A plugin is installed on one node, updated on another, taken back on a third and removed: each time all nodes follow. */
    private static void travel(List<NodeUnderTest> nodes) throws IOException, InterruptedException {
        long began = System.nanoTime();
        NodeUnderTest.data(nodes.get(0).api().upload("traveller-1.0.0.jar", traveller("1.0.0")));
        awaitOnAll(nodes, TRAVELLER, "1.0.0");
        NodeUnderTest.data(nodes.get(1).api().upload("traveller-1.1.0.jar", traveller("1.1.0")));
        awaitOnAll(nodes, TRAVELLER, "1.1.0");
        nodes.get(nodes.size() - 1).post("/api/v1/plugins/" + TRAVELLER + "/rollback", "{}");
        awaitOnAll(nodes, TRAVELLER, "1.0.0");
        int removed = nodes.get(1)
                .send("DELETE", "/api/v1/plugins/" + TRAVELLER, "application/json", new byte[0])
                .statusCode();
        assertEquals(2, removed / 100, "HTTP " + removed);
        for (NodeUnderTest node : nodes) {
            SharedStorageTest.await(
                    TRAVELLER + " is gone from " + node.data().getFileName(),
                    () -> node.get("/api/v1/plugins/" + TRAVELLER).statusCode() == 404);
        }
        System.out.printf(
                "FIGURE %d nodes followed the install, update, roll back and removal of a plugin within %.1f s together%n",
                nodes.size(), (System.nanoTime() - began) / 1e9);
    }

    private static byte[] traveller(String version) {
        return new PluginJar(TRAVELLER, version).descriptor(TRAVELLER).bytes();
    }

    private static void awaitOnAll(List<NodeUnderTest> nodes, String plugin, String version)
            throws IOException, InterruptedException {
        for (NodeUnderTest node : nodes) {
            SharedStorageTest.await(
                    plugin + " " + version + " on " + node.data().getFileName(), () -> runs(node, plugin, version));
        }
    }

    private static boolean runs(NodeUnderTest node, String plugin, String version)
            throws IOException, InterruptedException {
        JsonNode there = NodeApi.json(node.get("/api/v1/plugins/" + plugin)).path("data");
        return there.path("version").asText().equals(version)
                && there.path("state").asText().equals("active");
    }

    private static byte[] narrator() throws IOException {
        Path built = Distribution.home().resolve("system/dev/evergreen").resolve(NARRATOR);
        try (Stream<Path> files = Files.walk(built)) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
