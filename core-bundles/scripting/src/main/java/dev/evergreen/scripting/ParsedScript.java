package dev.evergreen.scripting;

import dev.evergreen.spi.script.Screenplay;
import java.util.List;

/**
 * A script that was read.
 *
 * @param document the file without loss
 * @param screenplay scenes and characters
 * @param settings what the script asks of its film
 * @param diagnostics what its writer should know, by line
 */
public record ParsedScript(
        ScriptDocument document, Screenplay screenplay, ScriptSettings settings, List<ScriptDiagnostic> diagnostics) {
    public ParsedScript {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The script's text with newline line ends, as it is kept. */
    public String source() {
        return ScriptPrinter.print(document);
    }

    /** The same script with other scene ids, see {@link SceneMatcher}. */
    public ParsedScript withScreenplay(Screenplay changed) {
        return new ParsedScript(document, changed, settings, diagnostics);
    }
}
