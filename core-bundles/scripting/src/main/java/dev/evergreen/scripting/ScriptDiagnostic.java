package dev.evergreen.scripting;

/**
 * Something the script's writer should know although the script could be read.
 *
 * @param severity how much it matters
 * @param line one-based line
 * @param column one-based column, counted in UTF-16 units
 * @param message one sentence with the way out
 */
public record ScriptDiagnostic(Severity severity, int line, int column, String message) {
    /** {@code WARNING} when something was ignored or guessed, {@code INFORMATION} otherwise. */
    public enum Severity {
        INFORMATION,
        WARNING
    }
}
