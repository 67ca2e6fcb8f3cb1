package dev.evergreen.scripting;

import dev.evergreen.scripting.internal.ScriptWriting;

/**
 * Prints documents as files. Blocks that still carry their source come out exactly as they were written, blocks that were made or changed come out in the
 * format's usual form; reading the result again gives the same blocks. Line ends are newlines.
 */
public final class ScriptPrinter {
    private ScriptPrinter() {}

    /** Prints in the document's own format. */
    public static String print(ScriptDocument document) {
        return ScriptWriting.print(document);
    }

    /**
     * Prints in another format. What the other format has no means for is written as the nearest it has: a subtitle becomes action in Fountain, a
     * section becomes a heading in Markdown.
     */
    public static String print(ScriptDocument document, ScriptFormat format) {
        return ScriptWriting.print(document, format);
    }
}
