package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.internal.FountainText.Run;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The emphasis of one line. It does not reach over line ends, and a mark with spaces on both sides is no mark (fountain.io/syntax, Emphasis). Linear
 * in the line's length.
 */
final class Emphasis {
    private static final int ITALIC = 1;
    private static final int BOLD = 2;

    private final String line;
    private final BitSet marks;
    private final BitSet bold;
    private final BitSet italic;
    private final BitSet underlined;
    private final Deque<Opener> openers = new ArrayDeque<>();
    private int underline = -1;

    Emphasis(String line) {
        this.line = line;
        marks = new BitSet(line.length());
        bold = new BitSet();
        italic = new BitSet();
        underlined = new BitSet();
        read();
    }

    void appendTo(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (marks.get(i)) {
                continue;
            }
            text.append(line.charAt(i));
            int next = marks.nextClearBit(i + 1);
            if (next >= line.length() || !sameStyle(i, next)) {
                runs.add(new Run(text.toString(), bold.get(i), italic.get(i), underlined.get(i)));
                text.setLength(0);
            }
        }
    }

    private boolean sameStyle(int a, int b) {
        return bold.get(a) == bold.get(b) && italic.get(a) == italic.get(b) && underlined.get(a) == underlined.get(b);
    }

    private void read() {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length() && isEscapable(line.charAt(at + 1))) {
                marks.set(at);
                at += 2;
            } else if (c == '*') {
                int length = runLength(at);
                stars(at, length);
                at += length;
            } else {
                if (c == '_') {
                    underscore(at);
                }
                at++;
            }
        }
    }

    private void stars(int at, int length) {
        boolean canClose = at > 0 && !Character.isWhitespace(line.charAt(at - 1));
        boolean canOpen = at + length < line.length() && !Character.isWhitespace(line.charAt(at + length));
        int left = length;
        while (canClose && left > 0 && !openers.isEmpty()) {
            Opener opener = openers.peek();
            int matched = Math.min(Math.min(left, opener.left), ITALIC + BOLD);
            int openerEnd = opener.at + opener.left;
            int closer = at + length - left;
            marks.set(openerEnd - matched, openerEnd);
            marks.set(closer, closer + matched);
            style(openerEnd, closer, matched);
            opener.left -= matched;
            left -= matched;
            if (opener.left == 0) {
                openers.pop();
            }
        }
        if (left > 0 && canOpen) {
            openers.push(new Opener(at + length - left, left));
        }
    }

    private void style(int from, int to, int stars) {
        if ((stars & ITALIC) != 0) {
            italic.set(from, to);
        }
        if ((stars & BOLD) != 0) {
            bold.set(from, to);
        }
    }

    /** Underscores within words are letters, as in file names. */
    private void underscore(int at) {
        boolean wordBefore = at > 0 && Character.isLetterOrDigit(line.charAt(at - 1));
        boolean wordAfter = at + 1 < line.length() && Character.isLetterOrDigit(line.charAt(at + 1));
        boolean spaceBefore = at == 0 || Character.isWhitespace(line.charAt(at - 1));
        boolean spaceAfter = at + 1 >= line.length() || Character.isWhitespace(line.charAt(at + 1));
        if (underline >= 0 && !spaceBefore && !wordAfter) {
            marks.set(underline);
            marks.set(at);
            underlined.set(underline, at);
            underline = -1;
        } else if (!spaceAfter && !wordBefore) {
            underline = at;
        }
    }

    private int runLength(int at) {
        int end = at;
        while (end < line.length() && line.charAt(end) == '*') {
            end++;
        }
        return end - at;
    }

    private static boolean isEscapable(char c) {
        return c == '*' || c == '_' || c == '\\' || c == '[' || c == ']' || c == '/';
    }

    private static final class Opener {
        private final int at;
        private int left;

        Opener(int at, int left) {
            this.at = at;
            this.left = left;
        }
    }
}
