package dev.evergreen.scripting.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A line as Fountain sees it: boneyards and notes may hold line ends, so several lines of the file can be one.
 *
 * @param raw the line as written
 * @param bare the line without boneyards and notes
 * @param extras its boneyards and notes, one after the other
 * @param blank whether nothing but white space and boneyards is left
 * @param number one-based line of the file where it begins
 */
record FountainLine(String raw, String bare, String extras, boolean blank, int number) {
    boolean isBoneyard() {
        return blank && !extras.isEmpty();
    }

    boolean isNote() {
        return !blank
                && bare.isBlank()
                && raw.strip().startsWith("[[")
                && raw.strip().endsWith("]]");
    }

    /** Whether the line is empty for the reader: a boneyard leaves an empty line behind. */
    boolean isEmpty() {
        return blank;
    }

    /** Two spaces keep a dialogue going over an empty line (fountain.io/syntax, Dialogue). */
    boolean isConnectingBlank() {
        return blank && extras.isEmpty() && raw.startsWith("  ");
    }

    /** Splits text with newline line ends. Linear in its length. */
    static List<FountainLine> split(String text, int firstNumber, Diagnostics diagnostics) {
        return new Splitter(text, firstNumber, diagnostics).split();
    }

    private static final class Splitter {
        private final String text;
        private final Diagnostics diagnostics;
        private final List<FountainLine> lines = new ArrayList<>();
        private final StringBuilder bare = new StringBuilder();
        private final StringBuilder extras = new StringBuilder();
        private boolean hasNote;
        private boolean boneyardsEnd;
        private int notesEndBefore = -1;
        private int number;

        Splitter(String text, int firstNumber, Diagnostics diagnostics) {
            this.text = text;
            this.number = firstNumber;
            this.diagnostics = diagnostics;
        }

        List<FountainLine> split() {
            int start = 0;
            while (start < text.length()) {
                start = line(start);
            }
            return lines;
        }

        private int line(int start) {
            int first = number;
            bare.setLength(0);
            extras.setLength(0);
            hasNote = false;
            int at = start;
            while (at < text.length() && text.charAt(at) != '\n') {
                int end = at;
                if (text.startsWith("/*", at)) {
                    end = boneyardEnd(at, start);
                } else if (text.startsWith("[[", at)) {
                    end = noteEnd(at, start);
                    hasNote |= end > at;
                }
                if (end > at) {
                    extras.append(text, at, end);
                    number += newlines(at, end);
                    at = end;
                } else {
                    bare.append(text.charAt(at++));
                }
            }
            String raw = text.substring(start, at);
            String visible = bare.toString();
            lines.add(new FountainLine(raw, visible, extras.toString(), visible.isBlank() && !hasNote, first));
            number++;
            return at + 1;
        }

        private int boneyardEnd(int at, int lineStart) {
            int close = boneyardsEnd ? -1 : text.indexOf("*/", at + 2);
            if (close >= 0) {
                return close + 2;
            }
            if (!boneyardsEnd) {
                diagnostics.warn(
                        number, at - lineStart + 1, "This boneyard is never closed: write */ where it should end.");
            }
            boneyardsEnd = true;
            return at;
        }

        /** A note may span lines but not an empty one, unless that holds two spaces (fountain.io/syntax, Notes). */
        private int noteEnd(int at, int lineStart) {
            if (at < notesEndBefore) {
                return at;
            }
            int lineEnd = at;
            for (int i = at + 2; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ']' && text.startsWith("]]", i)) {
                    return i + 2;
                }
                if (c == '\n') {
                    int next = text.indexOf('\n', i + 1);
                    String following = text.substring(i + 1, next < 0 ? text.length() : next);
                    if (following.isBlank() && !following.startsWith("  ")) {
                        lineEnd = i;
                        break;
                    }
                }
                lineEnd = i + 1;
            }
            notesEndBefore = lineEnd;
            diagnostics.warn(
                    number,
                    at - lineStart + 1,
                    "This note is never closed: write ]] before the next empty line, or put two spaces into that line.");
            return at;
        }

        private int newlines(int from, int to) {
            int count = 0;
            for (int i = from; i < to; i++) {
                if (text.charAt(i) == '\n') {
                    count++;
                }
            }
            return count;
        }
    }
}
