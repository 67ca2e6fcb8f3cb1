package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.TitlePageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Final Draft's title page has lines without keys; their usual order tells what they mean. */
final class FinalDraftTitlePage {
    private static final Pattern CREDIT = Pattern.compile(
            "(?:(?:written|screenplay|teleplay|story|created|an? \\p{L}+)\\s+)?by", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDITED =
            Pattern.compile("(?:written|screenplay|teleplay|created)?\\s*by\\s+(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEYED = Pattern.compile(
            "(Format|Music|Style|Voice|Language|Narration|Draft date|Source|Contact|Author|Credit):\\s*(.*)",
            Pattern.CASE_INSENSITIVE);

    private FinalDraftTitlePage() {}

    static List<TitlePageEntry> entries(List<String> lines) {
        List<TitlePageEntry> entries = new ArrayList<>();
        List<String> contact = new ArrayList<>();
        boolean authorFollows = false;
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            Matcher credited = CREDITED.matcher(line);
            Matcher keyed = KEYED.matcher(line);
            if (keyed.matches()) {
                entries.add(entry(keyed.group(1), keyed.group(2)));
            } else if (entries.isEmpty()) {
                entries.add(entry("Title", line));
            } else if (authorFollows) {
                entries.add(entry("Author", line));
            } else if (credited.matches()) {
                entries.add(entry("Author", credited.group(1)));
            } else if (!CREDIT.matcher(line).matches()) {
                contact.add(line);
            }
            authorFollows = CREDIT.matcher(line).matches();
            if (authorFollows) {
                entries.add(entry("Credit", line));
            }
        }
        if (!contact.isEmpty()) {
            entries.add(new TitlePageEntry("Contact", contact, 1));
        }
        return entries;
    }

    /** The lines of a title page with these entries. */
    static List<String> lines(List<TitlePageEntry> entries) {
        List<String> lines = new ArrayList<>();
        for (TitlePageEntry entry : entries) {
            boolean plain = entry.key().equals("Title")
                    || entry.key().equals("Contact")
                    || entry.key().equals("Credit")
                            && CREDIT.matcher(String.join(" ", entry.values())).matches()
                    || entry.key().equals("Author")
                            && !lines.isEmpty()
                            && CREDIT.matcher(lines.get(lines.size() - 1)).matches();
            if (plain) {
                lines.addAll(entry.values());
            } else {
                lines.add(entry.key() + ": " + String.join(" ", entry.values()));
            }
        }
        return lines;
    }

    private static TitlePageEntry entry(String key, String value) {
        return new TitlePageEntry(key, value.isBlank() ? List.of() : List.of(value.strip()), 1);
    }
}
