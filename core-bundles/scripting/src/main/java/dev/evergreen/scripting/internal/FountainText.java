package dev.evergreen.scripting.internal;

import java.util.ArrayList;
import java.util.List;

/** Fountain's inline markup: emphasis, escapes, notes and boneyards within a block's text. */
final class FountainText {
    private FountainText() {}

    /** What is seen and spoken: without notes, boneyards, emphasis marks and escapes; tabs become four spaces. */
    static String plain(String text) {
        if (isPlain(text)) {
            return text;
        }
        return withoutEmphasis(withoutExtras(text.replace("\t", "    ")));
    }

    /** Text without emphasis marks and escapes. */
    static String withoutEmphasis(String visible) {
        StringBuilder out = new StringBuilder(visible.length());
        for (Run run : runs(visible)) {
            out.append(run.text());
        }
        return out.toString();
    }

    /** A piece of text in one style. */
    record Run(String text, boolean bold, boolean italic, boolean underline) {}

    /** The text's pieces in order, without marks and escapes. */
    static List<Run> runs(String visible) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        while (start <= visible.length()) {
            int end = visible.indexOf('\n', start);
            end = end < 0 ? visible.length() : end;
            if (start > 0) {
                runs.add(new Run("\n", false, false, false));
            }
            new Emphasis(visible.substring(start, end)).appendTo(runs);
            start = end + 1;
        }
        return runs;
    }

    /** Text that must not be read as markup. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '_' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString().replace("[[", "[\\[");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '_' || c == '\\' || c == '[' || c == '\t') {
                return false;
            }
        }
        return true;
    }

    private static String withoutExtras(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean notesEnd = false;
        boolean boneyardsEnd = false;
        int at = 0;
        while (at < text.length()) {
            int end = -1;
            if (!boneyardsEnd && text.startsWith("/*", at)) {
                end = text.indexOf("*/", at + 2);
                boneyardsEnd = end < 0;
            } else if (!notesEnd && text.startsWith("[[", at)) {
                end = text.indexOf("]]", at + 2);
                notesEnd = end < 0;
            }
            if (end < 0) {
                out.append(text.charAt(at++));
                continue;
            }
            at = end + 2;
            boolean spaceBefore = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
            if (spaceBefore && at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return out.toString().stripTrailing();
    }
}
