package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.TitlePageEntry;
import java.util.List;

/** Writes blocks as Markdown, plain text and subtitles. */
final class ProseWriter {
    private ProseWriter() {}

    static String frontMatter(List<TitlePageEntry> entries) {
        StringBuilder out = new StringBuilder("---\n");
        for (TitlePageEntry entry : entries) {
            if (entry.key().equals(FrontMatter.COMMENT)) {
                out.append("# ").append(entry.values().get(0)).append('\n');
                continue;
            }
            out.append(entry.key()).append(':');
            if (entry.values().size() == 1) {
                out.append(' ').append(entry.values().get(0));
            } else {
                entry.values().forEach(value -> out.append("\n  - ").append(value));
            }
            out.append('\n');
        }
        return out.append("---").toString();
    }

    static String markdown(ScriptBlock block) {
        return switch (block.kind()) {
            case SECTION -> heading(block);
            case SCENE_HEADING -> "## " + block.text();
            case PAGE_BREAK -> block.text().isEmpty() ? "***" : block.text();
            case CHARACTER -> "**" + block.text() + "**";
            case PARENTHETICAL -> "*(" + block.text() + ")*";
            case NOTE, BONEYARD, SYNOPSIS -> "<!-- " + block.text() + " -->";
            case ACTION, DIALOGUE, LYRICS, TRANSITION, CENTERED, SUBTITLE, VERBATIM -> block.text();
        };
    }

    /** A number sign at the end would be taken as the heading's closing mark. */
    private static String heading(ScriptBlock block) {
        String marks = "#".repeat(Math.min(6, block.level()));
        return (marks + " " + block.text() + (block.text().endsWith("#") ? " #" : "")).stripTrailing();
    }

    static String text(ScriptBlock block) {
        return switch (block.kind()) {
            case SECTION, SCENE_HEADING ->
                block.text() + "\n" + "=".repeat(Math.max(3, block.text().length()));
            case PAGE_BREAK -> block.text().isEmpty() ? "***" : block.text();
            case PARENTHETICAL -> "(" + block.text() + ")";
            case ACTION,
                    CHARACTER,
                    DIALOGUE,
                    LYRICS,
                    TRANSITION,
                    CENTERED,
                    SYNOPSIS,
                    NOTE,
                    BONEYARD,
                    SUBTITLE,
                    VERBATIM -> block.text();
        };
    }

    static String subtitle(ScriptBlock block, int number) {
        String times = block.kind() == Kind.SUBTITLE ? block.label() : "00:00:00,000 --> 00:00:00,000";
        return number + "\n" + times + "\n" + block.text();
    }
}
