package dev.evergreen.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.itests.NodeUnderTest.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node as a process: how it starts, what it refuses, what outlives it. */
class NodeProcessTest {
    /** The goal is 15 s on a machine that does nothing else; tests share theirs. */
    private static final double START_BUDGET_SECONDS = 60;
    /** The goal for node and database together. */
    private static final long IDLE_BUDGET_MEGABYTES = 600;

    @TempDir
    private Path folder;

    @Test
    void startsInTimeAndRestsInLittleMemory() throws IOException, InterruptedException {
        NodeUnderTest.start(start()).close();
        long began = System.nanoTime();
        try (NodeUnderTest node = NodeUnderTest.start(start())) {
            double seconds = (System.nanoTime() - began) / 1e9;
            long megabytes = memory(node);
            System.out.printf("FIGURE start to ready: %.1f s%n", seconds);
            System.out.printf("FIGURE memory at rest, node and database: %d MB%n", megabytes);
            assertTrue(seconds < START_BUDGET_SECONDS, "start took " + seconds + " s");
            assertTrue(megabytes < IDLE_BUDGET_MEGABYTES, "at rest it takes " + megabytes + " MB");
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(node.data().resolve("run/node.json")));
        }
    }

    @Test
    void refusesAFolderThatAnotherNodeUses() throws IOException, InterruptedException {
        try (NodeUnderTest node = NodeUnderTest.start(start())) {
            NodeUnderTest second = NodeUnderTest.launch(start());
            assertEquals(5, second.awaitEnd());
            assertTrue(
                    second.said().startsWith("evergreen: another node is running on the data folder"), second.said());
            assertEquals(200, node.get("/readyz").statusCode());
        }
    }

    @Test
    void keepsItsDataOverAKillAndAnUpgrade() throws IOException, InterruptedException {
        String project;
        try (NodeUnderTest node = NodeUnderTest.start(start())) {
            project = node.post("/api/v1/projects", "{\"title\":\"Kept\"}")
                    .path("id")
                    .asText();
            node.kill();
        }
        Path edited = start().data().resolve("etc/dev.evergreen.jobs.cfg");
        Files.writeString(edited, Files.readString(edited) + "\n# kept by the operator\n");
        Path newer = copyOfDistribution();
        try (NodeUnderTest node = NodeUnderTest.start(start().from(newer))) {
            JsonNode found = NodeUnderTest.data(node.get("/api/v1/projects/" + project));
            assertEquals("Kept", found.path("title").asText());
            assertTrue(Files.readString(edited).contains("# kept by the operator"));
        }
    }

    @Test
    void takesConfigurationFromTheEnvironment() throws IOException, InterruptedException {
        Start start = start().with("EVERGREEN_ROLES", "api").with("DEV_EVERGREEN_HTTP_HOST", "localhost");
        try (NodeUnderTest node = NodeUnderTest.start(start)) {
            assertEquals(200, node.get("/readyz").statusCode());
            String log = Files.readString(node.data().resolve("log/evergreen.log"));
            assertTrue(log.contains("\"message\":\"Serving the API"), "the log is JSON");
        }
    }

    @Test
    void namesAFolderThatCannotBeWritten() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("occupied"), "");
        NodeUnderTest node = NodeUnderTest.launch(new Start(folder.resolve("data"))
                .with("EVERGREEN_DATA", file.resolve("below").toString()));
        assertEquals(4, node.awaitEnd());
        assertTrue(node.said().startsWith("evergreen: cannot write to the data folder"), node.said());
    }

    @Test
    void namesAnUnknownOption() throws IOException, InterruptedException {
        NodeUnderTest node = NodeUnderTest.launch(start().arguments("--frob"));
        assertEquals(2, node.awaitEnd());
        assertTrue(node.said().contains("unknown option --frob"), node.said());
    }

    @Test
    void runsWithoutConsoleOnTheNewestJava() throws IOException, InterruptedException {
        Optional<Path> newest = javaHome(25);
        assumeTrue(newest.isPresent(), "no JDK 25 on this machine");
        Start start = start().with("JAVA_HOME", newest.get().toString());
        try (NodeUnderTest node = NodeUnderTest.start(start)) {
            assertEquals(200, node.get("/readyz").statusCode());
        }
        NodeUnderTest refused = NodeUnderTest.launch(start.arguments("--console"));
        assertEquals(3, refused.awaitEnd());
        assertNotEquals("", refused.said());
    }

    private Start start() {
        return new Start(folder.resolve("data"));
    }

    /** The same distribution in another place, as an upgrade puts it there; jars are linked. */
    private Path copyOfDistribution() throws IOException {
        Path copy = folder.resolve("newer");
        try (Stream<Path> files = Files.walk(Distribution.home())) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(Distribution.home().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (file.toString().endsWith(".jar")) {
                    Files.createSymbolicLink(target, file);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    private static Optional<Path> javaHome(int release) throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            for (Path home : homes.sorted().toList()) {
                Path file = home.resolve("release");
                if (Files.exists(file)
                        && Files.readString(file).contains("JAVA_VERSION=\"" + release)
                        && Files.isExecutable(home.resolve("bin/java"))) {
                    return Optional.of(home);
                }
            }
        }
        return Optional.empty();
    }

    /** Proportional set size of the process and its children: what they take, shared pages counted once. */
    private static long memory(NodeUnderTest node) throws IOException {
        long kilobytes = 0;
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of(node.process().toHandle()), node.process().descendants())
                .toList();
        for (ProcessHandle process : processes) {
            Path figures = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            if (Files.exists(figures)) {
                kilobytes += Files.readAllLines(figures).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            }
        }
        return kilobytes >> 10;
    }
}
