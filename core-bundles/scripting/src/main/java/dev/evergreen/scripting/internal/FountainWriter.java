package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.TitlePageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks the way Fountain reads them, with forcing marks only where the text would be read as something else. */
final class FountainWriter {
    private FountainWriter() {}

    static String titlePage(List<TitlePageEntry> entries) {
        StringBuilder out = new StringBuilder();
        for (TitlePageEntry entry : entries) {
            out.append(out.isEmpty() ? "" : "\n").append(entry.key()).append(':');
            if (entry.values().size() == 1) {
                out.append(' ').append(entry.values().get(0));
            } else {
                entry.values().forEach(value -> out.append("\n    ").append(value));
            }
        }
        return out.toString();
    }

    static String block(ScriptBlock block) {
        String text = block.text();
        return switch (block.kind()) {
            case SCENE_HEADING -> heading(block);
            case ACTION -> action(text);
            case CHARACTER -> character(block);
            case PARENTHETICAL -> "(" + text + ")";
            case DIALOGUE -> dialogue(text);
            case LYRICS -> "~" + String.join("\n~", lines(text));
            case TRANSITION -> FountainMarks.isTransition(text) ? text : "> " + text;
            case CENTERED -> "> " + text + " <";
            case SECTION -> "#".repeat(block.level()) + " " + text;
            case SYNOPSIS -> "= " + text;
            case PAGE_BREAK -> "===" + (text.startsWith("[[") || text.startsWith("/*") ? text : "");
            case NOTE -> "[[" + text + "]]";
            case BONEYARD -> "/*" + text + "*/";
            case SUBTITLE -> action(text);
            case VERBATIM -> "/*" + text + "*/";
        };
    }

    /** A script's first words with a colon would be read as a title page. */
    static String notTitlePage(ScriptBlock block, String written) {
        if (FountainTitlePage.read(written).entries().isEmpty()) {
            return written;
        }
        return switch (block.kind()) {
            case CHARACTER -> "@" + written;
            case TRANSITION -> "> " + written;
            default -> "!" + written;
        };
    }

    private static String heading(ScriptBlock block) {
        String mark = FountainMarks.looksLikeHeading(block.text()) ? "" : ".";
        String number = block.label().isEmpty() ? "" : " #" + block.label() + "#";
        return mark + block.text() + number;
    }

    private static String character(ScriptBlock block) {
        String mark = FountainMarks.isCharacter(block.text()) && !startsOtherwise(block.text()) ? "" : "@";
        return mark + block.text() + (block.dual() ? " ^" : "");
    }

    private static boolean startsOtherwise(String text) {
        return FountainMarks.looksLikeHeading(text)
                || FountainMarks.isTransition(text)
                || "!#=~>.@".indexOf(text.charAt(0)) >= 0;
    }

    /** Forces action that would be read as something else. */
    private static String action(String text) {
        List<ScriptBlock> read = FountainReader.blocks(text, 1, new Diagnostics());
        boolean same = read.size() == 1
                && read.get(0).kind() == Kind.ACTION
                && read.get(0).text().equals(text);
        return same ? text : "!" + String.join("\n!", lines(text));
    }

    /** Empty lines within a speech hold two spaces. */
    private static String dialogue(String text) {
        return lines(text).stream().map(line -> line.isEmpty() ? "  " : line).collect(Collectors.joining("\n"));
    }

    /** The text's lines as Fountain sees them; joined they give the text again. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        FountainLine.split(text, 1, new Diagnostics()).forEach(line -> lines.add(line.raw()));
        if (text.isEmpty() || text.endsWith("\n")) {
            lines.add("");
        }
        return lines;
    }
}
