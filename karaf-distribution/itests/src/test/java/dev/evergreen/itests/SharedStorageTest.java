package dev.evergreen.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.evergreen.itests.NodeUnderTest.Start;
import dev.evergreen.storage.contract.server.RedisServer;
import dev.evergreen.storage.contract.server.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes of the distribution over one PostgreSQL, one Redis and one S3 server, all in processes of their own: one makes films, the
 * other answers people and helps to draw. The servers are killed in the middle, and in the end the helper while it draws.
 */
class SharedStorageTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SMALL = Map.of("preset", "240p24");
    private static final Map<String, String> LARGE = Map.of("preset", "720p24");

    @TempDir
    private Path folder;

    @Test
    void whatOneNodeMakesTheOtherShows() throws IOException, InterruptedException {
        Path jar = Distribution.root().resolve("core-bundles/blobs-s3/target/servers/s3proxy.jar");
        try (RedisServer redis = new RedisServer(Files.createDirectories(folder.resolve("redis"))).start();
                S3Server s3 = new S3Server(jar, Files.createDirectories(folder.resolve("s3"))).start();
                NodeUnderTest worker =
                        NodeUnderTest.start(dividing(shared(new Start(folder.resolve("worker")), redis, s3)));
                NodeUnderTest desk =
                        NodeUnderTest.start(dividing(sharing(new Start(folder.resolve("desk")), worker, redis, s3))
                                .with("EVERGREEN_ROLES", "api,export"))) {
            assertEquals(List.of("S3 at " + s3.endpoint(), "Redis at 127.0.0.1:" + redis.port()), places(desk));
            Heard heard = Heard.on(desk);

            ProductionUnderTest production = ProductionUnderTest.begin(desk, script("kite", "meadow"), SMALL);
            JsonNode made = production.awaitFilm(desk);
            assertIsFilm(desk, made, worker);
            String job = made.path("job").path("id").asText();
            heard.await(
                    "the other node's progress",
                    event -> event.path("event").asText().equals("generation:progress")
                            && event.path("data").path("jobId").asText().equals(job)
                            && event.path("data").path("state").asText().equals("succeeded"));
            List<JsonNode> parts = parts(desk, production);
            assertEquals(2, painters(parts).size(), () -> "both nodes draw: " + parts);
            heard.await("its pictures", event -> event.path("event").asText().equals("asset:created"));

            ProductionUnderTest second = ProductionUnderTest.begin(desk, script("boat", "harbour"), LARGE);
            redis.kill();
            s3.kill();
            await("both nodes name what is away", () -> troubled(desk) == 2 && troubled(worker) == 2);
            redis.start();
            s3.start();
            await("both nodes are well again", () -> troubled(desk) == 0 && troubled(worker) == 0);
            System.out.println(
                    "FIGURE Redis and S3 killed during a production on 2 nodes: both well again, nothing lost");
            await("both nodes draw", () -> count(parts(worker, second), "running") == 2);
            desk.kill();
            JsonNode survived = second.awaitFilm(worker);
            assertIsFilm(worker, survived, worker);
            System.out.printf(
                    "FIGURE a film in %d parts on 2 nodes, one killed while it draws: complete%n",
                    parts(worker, second).size());
        }
    }

    /** So that small films are divided, too, and what a dead node had is taken soon. */
    private static Start dividing(Start start) {
        return start.with("DEV_EVERGREEN_RENDERING_PART_MEGAPIXELS", "5")
                .with("DEV_EVERGREEN_JOBS_RESCUE_SECONDS", "10");
    }

    /** The parts that nodes draw of a production's film. */
    private static List<JsonNode> parts(NodeUnderTest node, ProductionUnderTest production)
            throws IOException, InterruptedException {
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode step : production.on(node).path("steps")) {
            if (step.path("kind").asText().equals("production.render")) {
                node.api()
                        .read("/api/v1/jobs/" + step.path("id").asText() + "/steps")
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    private static long count(List<JsonNode> parts, String state) {
        return parts.stream()
                .filter(part -> part.path("state").asText().equals(state))
                .count();
    }

    private static Set<String> painters(List<JsonNode> parts) {
        return parts.stream()
                .map(part -> part.path("output").path("node").asText())
                .collect(Collectors.toSet());
    }

    /** Read from the node that did not make it; FFmpeg is unpacked where it was made. */
    private void assertIsFilm(NodeUnderTest reader, JsonNode production, NodeUnderTest maker)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "film", ".mp4");
        reader.download("/api/v1/assets/" + production.path("film").path("id").asText(), file);
        int frames = DecodedFilm.of(file, maker.data()).frames().size();
        assertTrue(frames > 24, "frames: " + frames);
    }

    /** Over the servers, and the database that the other node runs itself. */
    static Start sharing(Start start, NodeUnderTest host, RedisServer redis, S3Server s3) throws IOException {
        return shared(start, redis, s3)
                .with("EVERGREEN_DATABASE_URL", databaseOf(host))
                .with(
                        "EVERGREEN_DATABASE_PASSWORD_FILE",
                        host.data().resolve("database/password").toString());
    }

    static Start shared(Start start, RedisServer redis, S3Server s3) {
        return start.with("EVERGREEN_REDIS_URL", redis.url())
                .with("EVERGREEN_S3_BUCKET_MEDIA", "media-assets")
                .with("EVERGREEN_S3_BUCKET_GENERATED", "generated-content")
                .with("EVERGREEN_S3_BUCKET_EXPORTS", "exports")
                .with("EVERGREEN_S3_ENDPOINT", s3.endpoint().toString())
                .with("DEV_EVERGREEN_BLOBS_S3_PATH_STYLE", "true")
                .with("DEV_EVERGREEN_BLOBS_S3_ENCRYPTION", "none")
                .with("DEV_EVERGREEN_BLOBS_S3_TIMEOUT_SECONDS", "5")
                .with("DEV_EVERGREEN_BLOBS_S3_ACCESS_KEY", "env:TEST_ACCESS_KEY")
                .with("DEV_EVERGREEN_BLOBS_S3_SECRET_KEY", "env:TEST_SECRET_KEY")
                .with("TEST_ACCESS_KEY", S3Server.ACCESS_KEY)
                .with("TEST_SECRET_KEY", S3Server.SECRET_KEY);
    }

    /** The database that a node runs itself serves others on this machine, too. */
    static String databaseOf(NodeUnderTest node) throws IOException {
        // https://www.postgresql.org/docs/current/storage-file-layout.html: the fourth line of postmaster.pid is the
        // port
        String port = Files.readAllLines(node.data().resolve("database/data/postmaster.pid"))
                .get(3)
                .strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static String script(String title, String place) {
        return """
                Title: The %1$s

                EXT. %2$s - DAY

                A red %1$s over a green %2$s.

                NARRATOR (V.O.)
                The wind had one good idea for the %1$s.
                """.formatted(title, place);
    }

    private static List<String> places(NodeUnderTest node) throws IOException, InterruptedException {
        JsonNode storage = NodeUnderTest.data(node.get("/readyz")).path("storage");
        return List.of(
                storage.get(0).path("place").asText().replaceFirst(", buckets.*", ""),
                storage.get(1).path("place").asText());
    }

    /** How many servers a node misses; it is ready all the same. */
    private static int troubled(NodeUnderTest node) throws IOException, InterruptedException {
        int troubled = 0;
        for (JsonNode kept : NodeUnderTest.data(node.get("/readyz")).path("storage")) {
            troubled += kept.has("trouble") ? 1 : 0;
        }
        return troubled;
    }

    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void await(String what, Condition condition) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "not within " + PATIENCE_SECONDS + " s: " + what);
            never.await(50, TimeUnit.MILLISECONDS);
        }
    }

    /** What a browser at a node is told. */
    private static final class Heard implements WebSocket.Listener {
        private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
        private final StringBuilder text = new StringBuilder();

        static Heard on(NodeUnderTest node) throws IOException {
            Heard heard = new Heard();
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(
                            URI.create(node.url().replaceFirst("^http", "ws") + "/api/v1/events?token="
                                    + node.api().file().path("token").asText()),
                            heard)
                    .join();
            return heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    events.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new AssertionError("no JSON: " + text, e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        void await(String what, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
            SharedStorageTest.await(what, () -> {
                Optional<JsonNode> found = events.stream().filter(wanted).findFirst();
                return found.isPresent();
            });
        }
    }
}
