package dev.evergreen.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aTerminalGetsOneLineThatIsRewritten() {
        Progress progress = Progress.forPeople(out, true);
        progress.show(0, "Parse", Optional.empty());
        progress.show(50, "Narrate scene 2", Optional.of(Duration.ofSeconds(75)));
        progress.end();
        assertFalse(text().contains("\n"), "no line ends");
        assertTrue(text().contains("██████████░░░░░░░░░░  50 %  Narrate scene 2  about 1:15 left"), text());
    }

    @Test
    void aPipeGetsALineForEachStageAndTenth() {
        Progress progress = Progress.forPeople(out, false);
        progress.show(1, "Narrate", Optional.empty());
        progress.show(2, "Narrate", Optional.empty());
        progress.show(11, "Narrate", Optional.empty());
        progress.show(12, "Render", Optional.of(Duration.ofSeconds(5)));
        assertEquals("  1 %  Narrate\n 11 %  Narrate\n 12 %  Render, about 0:05 left\n", text());
    }

    @Test
    void programsGetAnObjectForEachChange() {
        Progress progress = Progress.forPrograms(out);
        progress.show(1, "Narrate", Optional.of(Duration.ofSeconds(5)));
        progress.show(1, "Narrate", Optional.of(Duration.ofSeconds(5)));
        progress.note("hello");
        assertEquals("""
                {"event":"progress","percent":1,"stage":"Narrate","etaSeconds":5}
                {"event":"note","message":"hello"}
                """, text());
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
