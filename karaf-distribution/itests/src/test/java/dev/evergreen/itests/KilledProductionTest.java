package dev.evergreen.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.itests.NodeUnderTest.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is killed, or crashes, in the middle of a production: it goes on by itself, and repeats no finished step. */
class KilledProductionTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    private static final int KILLS = FULL ? 10 : 2;
    private static final int KILLS_OF_ONE_PRODUCTION = 4;
    private static final int LONGEST_DELAY_MILLIS = 700;
    private static final int STEPS_LEFT_ALONE = 2;
    private static final long SEED = 20_177;
    private static final Map<String, String> CHOICES = Map.of("preset", "240p24");
    private static final String SCRIPT = """
            Title: The Kite

            EXT. MEADOW - DAY

            A red kite flies over a green meadow.

            NARRATOR (V.O.)
            The wind had one good idea that day.

            ANNA, 9, in a blue coat, runs after the kite.

            ANNA
            Come back! You are mine.

            INT. KITCHEN - NIGHT

            Anna sits at the table with a cup of cocoa. Rain on the window.

            NARRATOR (V.O.)
            At night she mended its tail.

            EXT. HARBOUR - DAWN

            Boats wait in the harbour.

            ANNA
            Fly, then. I will hold the line.
            """;

    @TempDir
    private Path folder;

    @Test
    void aKilledNodeGoesOnWithItsProductionAndMakesTheSameFilm() throws IOException, InterruptedException {
        JsonNode reference;
        List<String> frames;
        String sound;
        try (NodeUnderTest node = NodeUnderTest.start(new Start(folder.resolve("reference")))) {
            ProductionUnderTest production = ProductionUnderTest.begin(node, SCRIPT, CHOICES);
            reference = production.awaitFilm(node);
            DecodedFilm film = production.film(node, reference, folder.resolve("reference.mp4"));
            frames = film.frames();
            sound = film.soundDigest();
        }
        int steps = reference.path("steps").size();
        assertTrue(steps > 10, "the script is too small to be interrupted: " + steps + " steps");
        assertTrue(frames.size() > 100, "only " + frames.size() + " frames");

        Random random = new Random(SEED);
        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            assertTrue(round < KILLS, "productions end before they can be killed");
            Path data = folder.resolve("round-" + round);
            List<Moment> moments = moments(random, Math.min(KILLS - kills, KILLS_OF_ONE_PRODUCTION), steps);
            Killed killed = new Killed(data);
            kills += killed.makeFilm(moments);
            assertEquals(frames, killed.frames, "the film has other frames than the one nobody interrupted");
            assertEquals(sound, killed.sound, "the film sounds other than the one nobody interrupted");
        }
        System.out.printf("FIGURE kill -9 during productions: %d, finished steps repeated: 0%n", kills);
    }

    @Test
    void aCrashOfNativeCodeCostsOneRestartAndNoJob() throws IOException, InterruptedException {
        try (NodeUnderTest node = NodeUnderTest.start(new Start(folder.resolve("crash")))) {
            ProductionUnderTest production = ProductionUnderTest.begin(node, SCRIPT, CHOICES);
            JsonNode seen = production.await(
                    node, now -> ProductionUnderTest.finishedSteps(now).size() >= 8);
            assertFalse(ProductionUnderTest.hasEnded(seen), "the production was over before the crash");
            ProcessHandle machine = node.machine();
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-SEGV", Long.toString(machine.pid()))
                            .start()
                            .waitFor());
            machine.onExit().join();
            node.awaitReady();
            assertTrue(node.said().contains("the node crashed"), node.said());
            Map<String, String> ended = ProductionUnderTest.finishedSteps(production.awaitFilm(node));
            ProductionUnderTest.finishedSteps(seen)
                    .forEach(
                            (step, row) -> assertEquals(row, ended.get(step), step + " was finished before the crash"));
        }
    }

    /**
     * When to kill.
     *
     * @param finished once so many steps are finished
     * @param delayMillis and so much later
     */
    private record Moment(int finished, int delayMillis) {}

    private static List<Moment> moments(Random random, int count, int steps) {
        List<Integer> finished = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            finished.add(random.nextInt(steps - STEPS_LEFT_ALONE));
        }
        Collections.sort(finished);
        return finished.stream()
                .map(some -> new Moment(some, random.nextInt(LONGEST_DELAY_MILLIS)))
                .toList();
    }

    /** A production on a data folder whose nodes are killed. */
    private final class Killed {
        private final Path data;
        private final Map<String, String> finished = new TreeMap<>();
        private List<String> frames = List.of();
        private String sound = "";

        Killed(Path data) {
            this.data = data;
        }

        /** How often a node was killed while the production was not finished. */
        int makeFilm(List<Moment> moments) throws IOException, InterruptedException {
            int kills = 0;
            NodeUnderTest node = NodeUnderTest.start(start());
            try {
                ProductionUnderTest production = ProductionUnderTest.begin(node, SCRIPT, CHOICES);
                for (Moment moment : moments) {
                    JsonNode seen = killAt(moment, node, production);
                    node = NodeUnderTest.start(start());
                    JsonNode after = production.on(node);
                    if (!ProductionUnderTest.hasEnded(seen)) {
                        kills++;
                        System.out.printf(
                                "killed with %d of %d steps finished%n",
                                ProductionUnderTest.finishedSteps(seen).size(),
                                seen.path("steps").size());
                    }
                    assertNothingRepeated(after);
                }
                JsonNode ended = production.awaitFilm(node);
                assertNothingRepeated(ended);
                assertEquals(1, films(node, production), "the film is there once");
                DecodedFilm film = production.film(node, ended, data.resolveSibling(data.getFileName() + ".mp4"));
                frames = film.frames();
                sound = film.soundDigest();
            } finally {
                node.close();
            }
            return kills;
        }

        /** So often as here, nobody kills a node while one and the same job runs, unless that job is to blame. */
        private Start start() {
            return new Start(data).with("DEV_EVERGREEN_JOBS_CRASHES", "20");
        }

        /** What was seen of the production right before. */
        private JsonNode killAt(Moment moment, NodeUnderTest node, ProductionUnderTest production)
                throws IOException, InterruptedException {
            production.await(
                    node,
                    seen -> ProductionUnderTest.finishedSteps(seen).size() >= moment.finished()
                            || ProductionUnderTest.hasEnded(seen));
            assertFalse(
                    node.process().waitFor(moment.delayMillis(), TimeUnit.MILLISECONDS), "the node ended by itself");
            JsonNode seen = production.on(node);
            node.kill();
            finished.putAll(ProductionUnderTest.finishedSteps(seen));
            return seen;
        }

        private void assertNothingRepeated(JsonNode seen) {
            Map<String, String> now = ProductionUnderTest.finishedSteps(seen);
            finished.forEach((step, row) -> assertEquals(row, now.get(step), step + " was finished before the kill"));
            finished.putAll(now);
        }

        private int films(NodeUnderTest node, ProductionUnderTest production) throws IOException, InterruptedException {
            return NodeUnderTest.data(node.get("/api/v1/projects/" + production.project() + "/assets?role=film"))
                    .size();
        }
    }
}
