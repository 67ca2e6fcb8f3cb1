package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.TitlePageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script's title page.
 *
 * @param entries its entries
 * @param source as written, without the empty line behind it
 * @param end where the script's text goes on
 * @param nextLine the line number there
 */
record FountainTitlePage(List<TitlePageEntry> entries, String source, int end, int nextLine) {
    private static final Pattern KEY = Pattern.compile("([\\p{L}][\\p{L}\\p{N} _'/\\-]{0,60}?):(?:\\s+(.*))?");

    /** Reads the title page at the beginning; a script without one gives no entries. */
    static FountainTitlePage read(String text) {
        List<TitlePageEntry> entries = new ArrayList<>();
        String key = "";
        int keyLine = 0;
        List<String> values = new ArrayList<>();
        int start = 0;
        int number = 1;
        while (start < text.length() && lineAt(text, start).isBlank()) {
            start += lineAt(text, start).length() + 1;
            number++;
        }
        int begin = Math.min(start, text.length());
        if (!begins(text, begin)) {
            return new FountainTitlePage(List.of(), "", 0, 1);
        }
        while (start < text.length()) {
            String line = lineAt(text, start);
            if (line.isBlank()) {
                break;
            }
            Matcher matcher = KEY.matcher(line.stripTrailing());
            if (!Character.isWhitespace(line.charAt(0)) && matcher.matches()) {
                if (keyLine > 0) {
                    entries.add(new TitlePageEntry(key, values, keyLine));
                }
                key = matcher.group(1);
                keyLine = number;
                values = new ArrayList<>();
                if (matcher.group(2) != null && !matcher.group(2).isBlank()) {
                    values.add(matcher.group(2).strip());
                }
            } else {
                values.add(line.strip());
            }
            start += line.length() + 1;
            number++;
        }
        entries.add(new TitlePageEntry(key, values, keyLine));
        int end = Math.min(start, text.length());
        return new FountainTitlePage(entries, text.substring(begin, end).stripTrailing(), end, number);
    }

    /** A first line with a key; a transition or a heading with a colon is none. */
    private static boolean begins(String text, int start) {
        String line = start < text.length() ? lineAt(text, start).stripTrailing() : "";
        Matcher matcher = KEY.matcher(line);
        if (line.isEmpty()
                || Character.isWhitespace(line.charAt(0))
                || !matcher.matches()
                || FountainMarks.isTransition(matcher.group(1) + ":")
                || FountainMarks.looksLikeHeading(line)) {
            return false;
        }
        if (matcher.group(2) != null && !matcher.group(2).isBlank()) {
            return true;
        }
        int next = text.indexOf('\n', start) + 1;
        String following = next > 0 && next < text.length() ? lineAt(text, next) : "";
        return !following.isBlank()
                && (Character.isWhitespace(following.charAt(0))
                        || KEY.matcher(following.stripTrailing()).matches());
    }

    private static String lineAt(String text, int start) {
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
