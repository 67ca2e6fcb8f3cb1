package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptFormat;
import java.util.Set;

/** Prints documents. */
public final class ScriptWriting {
    private static final Set<Kind> SPOKEN = Set.of(Kind.PARENTHETICAL, Kind.DIALOGUE, Kind.LYRICS, Kind.NOTE);

    private ScriptWriting() {}

    public static String print(ScriptDocument document) {
        return print(document, document.format());
    }

    public static String print(ScriptDocument document, ScriptFormat format) {
        if (format == ScriptFormat.FINAL_DRAFT) {
            return FinalDraftWriter.write(document);
        }
        boolean asWritten = format == document.format();
        StringBuilder out = new StringBuilder(titlePage(document, format, asWritten));
        boolean inDialogue = false;
        int number = 0;
        for (ScriptBlock block : document.blocks()) {
            number++;
            boolean continues = inDialogue && SPOKEN.contains(block.kind()) && block.blankLinesBefore() == 0;
            boolean verbatim = asWritten && !block.source().isEmpty();
            int blankLines = block.blankLinesBefore();
            if (!verbatim && !continues && !out.isEmpty()) {
                blankLines = Math.max(1, blankLines);
            }
            if (!out.isEmpty()) {
                out.append("\n");
            }
            out.append("\n".repeat(blankLines));
            String written = verbatim ? block.source() : block(block, format, number);
            out.append(
                    out.isEmpty() && format == ScriptFormat.FOUNTAIN
                            ? FountainWriter.notTitlePage(block, written)
                            : written);
            inDialogue = block.kind() == Kind.CHARACTER || continues;
        }
        return out.append('\n').toString();
    }

    private static String titlePage(ScriptDocument document, ScriptFormat format, boolean asWritten) {
        if (asWritten && !document.titlePageSource().isEmpty()) {
            return document.titlePageSource();
        }
        if (document.titlePage().isEmpty()) {
            return "";
        }
        return switch (format) {
            case FOUNTAIN -> FountainWriter.titlePage(document.titlePage());
            case MARKDOWN, PLAIN_TEXT -> ProseWriter.frontMatter(document.titlePage());
            case SUBRIP, FINAL_DRAFT -> "";
        };
    }

    private static String block(ScriptBlock block, ScriptFormat format, int number) {
        return switch (format) {
            case FOUNTAIN, FINAL_DRAFT -> FountainWriter.block(block);
            case MARKDOWN -> ProseWriter.markdown(block);
            case PLAIN_TEXT -> ProseWriter.text(block);
            case SUBRIP -> ProseWriter.subtitle(block, number);
        };
    }
}
