package dev.evergreen.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code make} as a person uses it, in a process of its own. */
class MakeCommandTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int INTERRUPTED = 130;
    private static final Pattern AT_WORK = Pattern.compile("\\b([5-9]|[1-9]\\d) %");

    @TempDir
    private Path folder;

    /** A command that runs, and what it prints. */
    private record Running(Process process, Path output) {
        String said() throws IOException {
            return Files.readString(output);
        }

        int awaitEnd() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the command did not end: " + said());
            }
            return process.exitValue();
        }
    }

    private Running make(Path script, String name) throws IOException {
        Path launcher = Path.of("..", "launcher", "target").toAbsolutePath().normalize();
        Path output = folder.resolve(name + ".out");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Devergreen.home=" + Distribution.home(),
                        "-cp",
                        launcher.resolve("classes") + File.pathSeparator + launcher.resolve("lib") + "/*",
                        "dev.evergreen.launcher.Main",
                        "make",
                        script.toString(),
                        "--preset",
                        "240p24",
                        "--data",
                        folder.resolve("data").toString(),
                        "-o",
                        folder.resolve(name + ".mp4").toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Running(process, output);
    }

    private Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".fountain"), text);
    }

    private NodeApi node() {
        return new NodeApi(folder.resolve("data"));
    }

    private boolean nodeRuns() throws IOException {
        return ProcessHandle.of(node().file().path("pid").asLong())
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    @Test
    void anInterruptedFilmGoesOnAndTwoCommandsShareANode() throws IOException, InterruptedException {
        Path kite = script("kite", """
                EXT. MEADOW - DAY

                A red kite flies over a green meadow.

                ANNA
                Come back! You are mine.

                INT. KITCHEN - NIGHT

                Anna sits at the table with a cup of cocoa.

                ANNA
                Tomorrow I will mend its tail.
                """);
        Path boat = script("boat", "EXT. HARBOUR - DAWN\n\nA boat waits.\n\nANNA\nFly, then.\n");

        Running first = make(kite, "first");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!AT_WORK.matcher(first.said()).find()) {
            assertTrue(System.nanoTime() < deadline, first.said());
            assertTrue(!first.process.waitFor(50, TimeUnit.MILLISECONDS), first.said());
        }
        new ProcessBuilder("kill", "-INT", Long.toString(first.process.pid()))
                .start()
                .waitFor();
        assertEquals(INTERRUPTED, first.awaitEnd(), first.said());
        assertTrue(first.said().contains("the same command goes on from there"), first.said());
        assertTrue(!nodeRuns(), "the node was left running");

        Running again = make(kite, "again");
        Running other = make(boat, "other");
        assertEquals(0, other.awaitEnd(), other.said());
        assertEquals(0, again.awaitEnd(), again.said());
        assertTrue(again.said().contains("Going on where it was interrupted"), again.said());
        assertTrue(
                Files.size(folder.resolve("again.mp4")) > 10_000 && Files.size(folder.resolve("other.mp4")) > 10_000);
        assertTrue(!nodeRuns(), "the node was left running");
    }
}
