package dev.evergreen.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed wrongly: one line, an exit code of its own, and nothing left behind. */
class BadInputTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private FakeNode node;
    private Path script;

    @BeforeEach
    void start() throws IOException {
        node = new FakeNode();
        node.runOn(folder.resolve("data"));
        script = Files.writeString(folder.resolve("tale.fountain"), "INT. ROOM - DAY\n\nA cat.\n");
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(realOut);
        System.setErr(realErr);
        node.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    mak                     | there is no command 'mak'; see 'evergreen --help'
                    make                    | Missing required parameter: 'SCRIPT'; see 'evergreen make --help'
                    make a b                | 'b' is one argument too many; see 'evergreen make --help'
                    make a --frob           | unknown option: '--frob'; see 'evergreen make --help'
                    make a --scene x        | 'x' is not a whole number; see 'evergreen make --help'
                    make a --scene 0        | --scene 0 does not exist; scenes are counted from 1
                    make a --format 3:2     | --format 3:2 is not known; choose 16:9, 9:16, 1:1, 4:5
                    make a --captions loud  | --captions loud is not known; choose boxed, outline, karaoke, pop or none
                    up --port 70000         | port 70000 does not exist; choose 0 to 65535
                    up --port x             | 'x' is not a whole number; see 'evergreen up --help'
                    plugin                  | Missing required subcommand; see 'evergreen plugin --help'
                    plugin frob             | there is no command 'frob'; see 'evergreen plugin --help'
                    plugin install          | Missing required parameter: 'JAR'; see 'evergreen plugin install --help'
                    jobs cancel             | Missing required parameter: 'JOB'; see 'evergreen jobs cancel --help'
                    """)
    void whatCannotBeMeantIsSaidInOneLine(String typed, String said) {
        assertEquals(Failure.USAGE, Main.run(typed.split(" ")));
        assertEquals(1, complained().lines().count(), complained());
        assertTrue(complained().startsWith("evergreen: "), complained());
        assertTrue(complained().strip().endsWith(said), complained());
        assertEquals(0, node.calls("").size());
    }

    @Test
    void aPortThatIsTakenIsRefusedBeforeAnythingStarts() {
        String port = node.url().substring(node.url().lastIndexOf(':') + 1);
        assertEquals(
                Failure.NODE,
                Main.run("up", "--port", port, "--data", folder.resolve("other").toString()));
        assertTrue(complained().startsWith("evergreen: port " + port + " cannot be used"), complained());
        assertFalse(Files.exists(folder.resolve("other")));
    }

    @Test
    void aScriptOfAHundredMegabytesIsRefusedUnread() throws IOException {
        Path huge = folder.resolve("huge.fountain");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        assertEquals(Failure.USAGE, make(huge));
        assertEquals(
                "evergreen: " + huge + " has 95 MB, and a script may have 20 MB; is it really a script?\n",
                complained());
    }

    @Test
    void ownMediaMustBeAFolderWithFiles() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        assertEquals(Failure.USAGE, make(script, "--media", nowhere.toString()));
        assertEquals(Failure.USAGE, make(script, "--media", script.toString()));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(Failure.USAGE, make(script, "--media", empty.toString()));
        assertEquals(
                List.of(
                        "evergreen: " + nowhere + " does not exist; --media names a folder of your own files",
                        "evergreen: " + script + " is not a folder; --media names a folder of your own files",
                        "evergreen: " + empty
                                + " has no files; put pictures, clips or recordings into it or leave --media out"),
                complained().lines().toList());
        assertEquals(0, node.calls("").size());
    }

    @Test
    void whereTheFilmCannotGoIsKnownBeforeItIsMade() {
        assertEquals(Failure.USAGE, make(script, "-o", folder.toString()));
        Path below = script.resolve("film.mp4");
        assertEquals(Failure.FILES, make(script, "-o", below.toString()));
        assertEquals(
                List.of(
                        "evergreen: " + folder + " is a folder; give the film a file name in it with -o",
                        "evergreen: " + script + " is no folder, so " + below
                                + " cannot be written; use -o with another path"),
                complained().lines().toList());
        assertEquals(0, node.calls("").size());
    }

    @Test
    void aFirstScriptThatTheNodeRefusesLeavesNoProject() {
        node.data("GET /api/v1/projects?limit=200", "[]")
                .on("POST /api/v1/projects", 201, "{\"data\":{\"id\":\"p1\",\"settings\":{}}}")
                .data("GET /api/v1/projects/p1/productions?limit=20", "[]")
                .on(
                        "PUT /api/v1/projects/p1/script?fileName=tale.fountain",
                        400,
                        "{\"errors\":[{\"field\":\"script:12:3\",\"message\":\"This is no text.\"}]}")
                .on("DELETE /api/v1/projects/p1", 204, "");
        assertEquals(Failure.USAGE, make(script, "--json"));
        assertEquals("evergreen: " + script + ":12:3: This is no text.\n", complained());
        assertTrue(said().contains("\"event\":\"failed\""), said());
        assertTrue(said().contains("\"exitCode\":2"), said());
        assertEquals(1, node.calls("DELETE /api/v1/projects/p1").size());
    }

    @Test
    void lyingMediaIsNamed() throws IOException {
        Path media = Files.createDirectory(folder.resolve("media"));
        Files.writeString(media.resolve("1.png"), "text");
        node.data(
                        "GET /api/v1/projects?limit=200",
                        "[{\"id\":\"p1\",\"title\":\"tale\",\"description\":\"Script: " + script
                                + "\",\"settings\":{}}]")
                .data("GET /api/v1/projects/p1/assets?role=upload", "[]")
                .on(
                        "POST /api/v1/media/upload?fileName=1.png&projectId=p1&role=upload",
                        415,
                        "{\"errors\":[{\"field\":\"file\",\"message\":\"1.png is no picture\"}]}")
                .on(
                        "POST /api/v1/media/upload?fileName=1.png&role=upload&projectId=p1",
                        415,
                        "{\"errors\":[{\"field\":\"file\",\"message\":\"1.png is no picture\"}]}");
        assertEquals(Failure.USAGE, make(script, "--media", media.toString()));
        assertEquals("evergreen: 1.png is no picture\n", complained());
        assertEquals(0, node.calls("DELETE").size(), "a project that was there before stays");
    }

    @Test
    void noSpaceOnTheNodesDiskIsAMatterOfFiles() {
        node.data("GET /api/v1/projects?limit=200", "[]")
                .on(
                        "POST /api/v1/projects",
                        507,
                        "{\"errors\":[{\"field\":\"\",\"message\":\"The disk is full; free some.\"}]}");
        assertEquals(Failure.FILES, make(script));
        assertEquals("evergreen: The disk is full; free some.\n", complained());
    }

    @Test
    void aStrangersProcessIsNotTakenForANodeThatDied() throws IOException {
        Files.setLastModifiedTime(folder.resolve("data/run/node.json"), FileTime.from(Instant.EPOCH));
        assertEquals(
                Failure.NODE,
                Main.run("status", "--data", folder.resolve("data").toString()));
        assertEquals(0, Main.run("down", "--data", folder.resolve("data").toString()));
        assertTrue(said().contains("No node is running on "), said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"pid\":", "[]"})
    void aDamagedNodeFileIsNoNode(String content) throws IOException {
        Files.writeString(folder.resolve("data/run/node.json"), content);
        assertEquals(
                Failure.NODE,
                Main.run("status", "--data", folder.resolve("data").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"make", "up", "down", "status", "plugin", "providers", "jobs", "doctor", "bench"})
    void everyCommandTellsTheVersion(String command) {
        assertEquals(0, Main.run(command, "--version"));
        assertTrue(said().startsWith("Evergreen "), said());
    }

    private int make(Path file, String... more) {
        List<String> all = new ArrayList<>(List.of("make", file.toString()));
        all.addAll(List.of(more));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Main.run(all.toArray(String[]::new));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
