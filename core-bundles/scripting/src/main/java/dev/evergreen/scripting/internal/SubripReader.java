package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptException;
import dev.evergreen.scripting.ScriptFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads SubRip subtitles: a number, a time line, lines of text, an empty line. Missing numbers and empty lines are forgiven. */
final class SubripReader {
    private SubripReader() {}

    static ScriptDocument read(String text) throws ScriptException {
        String[] lines = text.split("\n", -1);
        List<String> all = Arrays.asList(lines);
        List<ScriptBlock> blocks = new ArrayList<>();
        int at = 0;
        int blanks = 0;
        while (at < lines.length) {
            if (lines[at].isBlank()) {
                blanks++;
                at++;
                continue;
            }
            int timeLine = timeLine(lines, at);
            if (timeLine < 0) {
                throw new ScriptException(
                        ScriptException.Kind.MALFORMED,
                        "Line " + (at + 1)
                                + " of the subtitles should be a number or a time like 00:00:01,000 --> 00:00:04,000 but is \""
                                + shortened(lines[at])
                                + "\": correct it or save the file as .txt to have it read as plain text.",
                        at + 1,
                        1);
            }
            int end = end(lines, timeLine + 1);
            String source = String.join("\n", all.subList(at, end)).stripTrailing();
            String words = String.join("\n", all.subList(timeLine + 1, end)).strip();
            blocks.add(
                    new ScriptBlock(Kind.SUBTITLE, words, lines[timeLine].strip(), 0, false, blanks, at + 1, source));
            blanks = 0;
            at = end;
        }
        return new ScriptDocument(ScriptFormat.SUBRIP, List.of(), "", blocks);
    }

    private static int timeLine(String[] lines, int at) {
        if (SubtitleTimes.isTimeLine(lines[at])) {
            return at;
        }
        boolean numbered = lines[at].strip().chars().allMatch(Character::isDigit);
        return numbered && at + 1 < lines.length && SubtitleTimes.isTimeLine(lines[at + 1]) ? at + 1 : -1;
    }

    /** A subtitle ends before the next number or time line; empty lines within its text belong to it. */
    private static int end(String[] lines, int from) {
        int at = from;
        while (at < lines.length && timeLine(lines, at) < 0) {
            at++;
        }
        while (at > from && lines[at - 1].isBlank()) {
            at--;
        }
        return at;
    }

    private static String shortened(String line) {
        String trimmed = line.strip();
        return trimmed.length() <= 40 ? trimmed : trimmed.substring(0, 40) + "\u2026";
    }
}
