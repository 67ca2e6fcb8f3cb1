package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptDiagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the script's writer should know while one script is read. */
final class Diagnostics {
    /** More would help nobody and could fill the memory when a file is garbage. */
    private static final int LIMIT = 200;

    private final List<ScriptDiagnostic> found = new ArrayList<>();

    void warn(int line, int column, String message) {
        add(ScriptDiagnostic.Severity.WARNING, line, column, message);
    }

    void inform(int line, int column, String message) {
        add(ScriptDiagnostic.Severity.INFORMATION, line, column, message);
    }

    List<ScriptDiagnostic> sorted() {
        List<ScriptDiagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(ScriptDiagnostic::line).thenComparingInt(ScriptDiagnostic::column));
        return sorted;
    }

    private void add(ScriptDiagnostic.Severity severity, int line, int column, String message) {
        if (found.size() < LIMIT) {
            found.add(new ScriptDiagnostic(severity, line, column, message));
        }
    }
}
