package dev.evergreen.scripting;

/**
 * One block of a script as its file has it.
 *
 * @param kind what it is
 * @param text its text with inline markup but without the marks that tell its kind; line ends are newlines
 * @param label scene number of a {@code SCENE_HEADING}, time line of a {@code SUBTITLE}; empty otherwise
 * @param level depth of a {@code SECTION}, from 1; 0 otherwise
 * @param dual whether a {@code CHARACTER} speaks beside the previous one
 * @param blankLinesBefore empty lines between this block and the one before
 * @param line one-based line of the source where the block begins
 * @param source the block exactly as written; empty when it was made or changed and is to be printed from its parts
 */
public record ScriptBlock(
        Kind kind, String text, String label, int level, boolean dual, int blankLinesBefore, int line, String source) {
    /** A block that no file has yet. */
    public static ScriptBlock of(Kind kind, String text) {
        return new ScriptBlock(kind, text, "", kind == Kind.SECTION ? 1 : 0, false, kind.inDialogue() ? 0 : 1, 0, "");
    }

    /** The same block with other text, to be printed from its parts. */
    public ScriptBlock withText(String changed) {
        return new ScriptBlock(kind, changed, label, level, dual, blankLinesBefore, line, "");
    }

    public ScriptBlock withLabel(String changed) {
        return new ScriptBlock(kind, text, changed, level, dual, blankLinesBefore, line, "");
    }

    public ScriptBlock withDual(boolean changed) {
        return new ScriptBlock(kind, text, label, level, changed, blankLinesBefore, line, "");
    }

    public ScriptBlock withLevel(int changed) {
        return new ScriptBlock(kind, text, label, changed, dual, blankLinesBefore, line, "");
    }

    /** The same block, to be printed from its parts. */
    public ScriptBlock withoutSource() {
        return withText(text);
    }

    /** Kinds follow the Fountain syntax; {@code SUBTITLE} is a timed cue, {@code VERBATIM} is carried along but neither shown nor spoken. */
    public enum Kind {
        SCENE_HEADING,
        ACTION,
        CHARACTER,
        PARENTHETICAL,
        DIALOGUE,
        LYRICS,
        TRANSITION,
        CENTERED,
        SECTION,
        SYNOPSIS,
        PAGE_BREAK,
        NOTE,
        BONEYARD,
        SUBTITLE,
        VERBATIM;

        /** Whether a block of this kind may follow a character without an empty line. */
        boolean inDialogue() {
            return this == PARENTHETICAL || this == DIALOGUE;
        }
    }
}
