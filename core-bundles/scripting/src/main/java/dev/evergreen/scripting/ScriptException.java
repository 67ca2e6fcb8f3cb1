package dev.evergreen.scripting;

/** A script that cannot be read. The message is one sentence for the script's writer and says what to do. */
public class ScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int line;
    private final int column;

    /**
     * @param line one-based; 1 when the whole file is meant
     * @param column one-based; 1 when the whole line is meant
     */
    public ScriptException(Kind kind, String message, int line, int column) {
        this(kind, message, line, column, null);
    }

    public ScriptException(
            Kind kind, String message, int line, int column, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.line = line;
        this.column = column;
    }

    public Kind kind() {
        return kind;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** What is wrong with the file. */
    public enum Kind {
        /** Nothing but white space. */
        EMPTY,
        /** Larger than the configured limit. */
        TOO_LARGE,
        /** Not text. */
        BINARY,
        /** Text whose bytes make no sense in the encoding that its mark promises. */
        ENCODING,
        /** Text that breaks its format's grammar beyond repair. */
        MALFORMED,
        /** Nothing that could be shown or spoken. */
        NO_SCENES
    }
}
