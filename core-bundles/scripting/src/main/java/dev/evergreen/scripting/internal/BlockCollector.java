package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Builds a document's blocks line by line; consecutive lines of one paragraph join into one block. */
final class BlockCollector {
    private final List<ScriptBlock> blocks = new ArrayList<>();
    private @Nullable Open open;
    private int blankLines;

    /** A blank line: whatever was open is complete. */
    void blank() {
        close();
        blankLines++;
    }

    /** Begins a block with its first line. */
    void begin(Kind kind, String text, int line, String source) {
        begin(kind, text, "", 0, false, line, source);
    }

    void begin(Kind kind, String text, String label, int level, boolean dual, int line, String source) {
        close();
        open = new Open(kind, label, level, dual, blankLines, line);
        open.text.add(text);
        open.source.add(source);
        blankLines = 0;
    }

    /** Adds a line to the open block if it is of that kind, else begins one. */
    void append(Kind kind, String text, int line, String source) {
        if (open == null || open.kind != kind) {
            begin(kind, text, line, source);
        } else {
            open.text.add(text);
            open.source.add(source);
        }
    }

    /** The kind of the block that ended with the previous line; null after a blank line and at the beginning. */
    @Nullable
    Kind openKind() {
        return open == null ? null : open.kind;
    }

    List<ScriptBlock> blocks() {
        close();
        return blocks;
    }

    void close() {
        if (open != null) {
            blocks.add(open.block());
            open = null;
        }
    }

    private static final class Open {
        private final Kind kind;
        private final String label;
        private final int level;
        private final boolean dual;
        private final int blankLinesBefore;
        private final int line;
        private final StringJoiner text = new StringJoiner("\n");
        private final StringJoiner source = new StringJoiner("\n");

        Open(Kind kind, String label, int level, boolean dual, int blankLinesBefore, int line) {
            this.kind = kind;
            this.label = label;
            this.level = level;
            this.dual = dual;
            this.blankLinesBefore = blankLinesBefore;
            this.line = line;
        }

        ScriptBlock block() {
            return new ScriptBlock(
                    kind, text.toString(), label, level, dual, blankLinesBefore, line, source.toString());
        }
    }
}
