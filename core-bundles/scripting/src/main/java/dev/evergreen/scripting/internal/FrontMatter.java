package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.TitlePageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Front matter between two lines of three dashes, as Markdown files carry it: simple {@code key: value} lines, no nested YAML.
 *
 * @param entries its entries
 * @param source as written, with both lines of dashes; empty when there is none
 * @param end where the text goes on
 * @param nextLine the line number there
 */
record FrontMatter(List<TitlePageEntry> entries, String source, int end, int nextLine) {
    private static final int LINES = 200;
    /** The key under which a comment is kept. */
    static final String COMMENT = "#";

    private static final Pattern CONTINUED = Pattern.compile("(?:[ \\t]+|- ).*\\S.*");
    private static final Pattern ENTRY = Pattern.compile("([\\p{L}][\\p{L}\\p{N} _-]*):(?:\\s+(.*))?");

    static FrontMatter read(String text) {
        FrontMatter none = new FrontMatter(List.of(), "", 0, 1);
        if (!text.startsWith("---\n")) {
            return none;
        }
        List<TitlePageEntry> entries = new ArrayList<>();
        int start = 4;
        for (int number = 2; number < LINES && start < text.length(); number++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).stripTrailing();
            if (line.equals("---") || line.equals("...")) {
                return new FrontMatter(
                        entries, text.substring(0, end).stripTrailing(), Math.min(end + 1, text.length()), number + 1);
            }
            Matcher matcher = ENTRY.matcher(line);
            if (matcher.matches()) {
                String value = matcher.group(2) == null
                        ? ""
                        : unquoted(matcher.group(2).strip());
                entries.add(new TitlePageEntry(matcher.group(1), value.isEmpty() ? List.of() : List.of(value), number));
            } else if (line.startsWith("#")) {
                entries.add(
                        new TitlePageEntry(COMMENT, List.of(line.substring(1).strip()), number));
            } else if (CONTINUED.matcher(line).matches() && !entries.isEmpty()) {
                TitlePageEntry last = entries.remove(entries.size() - 1);
                List<String> values = new ArrayList<>(last.values());
                values.add(unquoted(line.strip().replaceFirst("^- ", "")));
                entries.add(new TitlePageEntry(last.key(), values, last.line()));
            } else if (!line.isBlank()) {
                return none;
            }
            start = end + 1;
        }
        return none;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
