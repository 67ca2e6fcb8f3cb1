package dev.evergreen.scripting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.script.ScriptCharacter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptParserTest {
    private final ScriptParser parser = ScriptParser.create(ScriptParser.DEFAULT_MAXIMUM_BYTES);

    @Test
    void refusesALargeScriptWithoutReadingIt() {
        byte[] hundredMegabytes = new byte[100 * 1024 * 1024];
        ScriptException refused = assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> assertThrows(ScriptException.class, () -> parser.parse(hundredMegabytes, "epic.fountain")));
        assertEquals(ScriptException.Kind.TOO_LARGE, refused.kind());
        assertTrue(
                refused.getMessage().contains("100.0 MB")
                        && refused.getMessage().contains("10.0 MB"),
                refused.getMessage());
    }

    @Test
    void theLimitIsInclusiveAndConfigurable() throws ScriptException {
        byte[] script = "Rain.".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                1,
                ScriptParser.create(script.length)
                        .parse(script, "a.txt")
                        .screenplay()
                        .scenes()
                        .size());
        assertThrows(
                ScriptException.class,
                () -> ScriptParser.create(script.length - 1).parse(script, "a.txt"));
        assertThrows(IllegalArgumentException.class, () -> ScriptParser.create(0));
    }

    @Test
    void randomBytesAreRefusedOrReadButNeverBreakAnything() {
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            String file = new String[] {"a.fountain", "a.fdx", "a.md", "a.txt", "a.srt", "a"}[i % 6];
            try {
                assertFalse(parser.parse(bytes, file).screenplay().scenes().isEmpty());
            } catch (ScriptException e) {
                assertTrue(e.line() >= 1 && e.column() >= 1 && e.getMessage().endsWith("."), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 400, "only " + refused + " of 500 random files were refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "_",
                "[[",
                "/*",
                "(",
                "#",
                "=",
                "> ",
                "[image:",
                "\\",
                "`",
                "<",
                "|",
                "- ",
                "~",
                "MARA\n",
                "INT. A - B - ",
                "\u00a0 ",
                "|--",
                "![",
                "](",
                "[a](",
                "<!--",
                "x`",
                "a. ",
                "\n",
                "\nA\n",
                "[image: ",
                "THE ",
                "x @y",
                " ",
                "# ",
                "===\n"
            })
    void repeatedMarksTakeLinearTime(String mark) {
        String text = "Start.\n\n" + mark.repeat(200_000 / mark.length()) + "\n\nEnd.\n";
        for (String file : List.of("a.fountain", "a.md", "a.txt")) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> parser.parse(text, file), file);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesAreReadWithoutComplaint(Path sample) throws Exception {
        ParsedScript script =
                parser.parse(Files.readAllBytes(sample), sample.getFileName().toString());
        assertEquals(List.of(), script.diagnostics());
        assertFalse(script.screenplay().title().isEmpty());
        assertFalse(script.settings().format().isEmpty());
        assertFalse(script.settings().music().isEmpty());
        assertEquals(Files.readString(sample).strip(), script.source().strip());
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../samples"))) {
            return files
                    .filter(file -> ScriptFormat.ofFileName(file.getFileName().toString())
                            .isPresent())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void characterDescriptionsComeFromTheAction() throws ScriptException {
        ParsedScript script = parser.parse("""
                EXT. BEACH - DAWN

                MARA, 11, in a yellow coat, and her little brother THEO, 6, walk. DR. SMITH (60s, bearded) waits.

                MARA
                Hello.

                THEO
                Hello.

                DR. SMITH
                Hello.
                """, "film.fountain");
        assertEquals(
                List.of("11, in a yellow coat", "her little brother, 6", "60s, bearded"),
                script.screenplay().characters().stream()
                        .map(ScriptCharacter::description)
                        .toList());
    }

    @Test
    void changedBlocksAreTheOnlyChangeInThePrintedScript() throws ScriptException {
        String text = "int. house - day\n\n\nMara   waits.\n\nMARA\nHello.\n\n> Fade <\n";
        ScriptDocument document = parser.parse(text, "film.fountain").document();
        List<ScriptBlock> edited = document.blocks().stream()
                .map(block -> block.text().equals("Hello.") ? block.withText("Goodbye.") : block)
                .toList();
        assertEquals(text.replace("Hello.", "Goodbye."), ScriptPrinter.print(document.withBlocks(edited)));
    }

    @Test
    void finalDraftBecomesFountain() throws ScriptException {
        String fdx = "<FinalDraft><Content><Paragraph Type=\"Scene Heading\"><Text>INT. ROOM - DAY</Text></Paragraph>"
                + "<Paragraph Type=\"Character\"><Text>MARA</Text></Paragraph><Paragraph Type=\"Dialogue\"><Text Style=\"Italic\">Hello</Text></Paragraph></Content></FinalDraft>";
        ScriptDocument document = parser.parse(fdx, "film.fdx").document();
        assertEquals(
                "INT. ROOM - DAY\n\nMARA\n*Hello*\n",
                ScriptPrinter.print(document, ScriptFormat.FOUNTAIN).stripLeading());
    }
}
