package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptFormat;
import dev.evergreen.scripting.ScriptSettings;
import dev.evergreen.scripting.TitlePageEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a title page or front matter means.
 *
 * @param title the film's title, empty when not given
 * @param author who is credited, empty when nobody is
 * @param settings what the script asks of the film
 * @param narratesAction whether {@code Narration: action} asks for action to be read aloud
 */
record TitlePage(String title, String author, ScriptSettings settings, boolean narratesAction) {
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("16:9", "16:9"),
            Map.entry("landscape", "16:9"),
            Map.entry("wide", "16:9"),
            Map.entry("9:16", "9:16"),
            Map.entry("vertical", "9:16"),
            Map.entry("portrait", "9:16"),
            Map.entry("short", "9:16"),
            Map.entry("1:1", "1:1"),
            Map.entry("square", "1:1"),
            Map.entry("4:5", "4:5"));
    private static final Set<String> YES = Set.of("action", "all", "yes", "on", "true");

    static TitlePage of(ScriptDocument document, Diagnostics diagnostics) {
        ScriptSettings settings = new ScriptSettings(
                format(document, diagnostics),
                value(document, "music"),
                value(document, "style"),
                value(document, "voice", "narrator"),
                value(document, "language", "lang"));
        return new TitlePage(
                value(document, "title"),
                value(document, "author", "authors", "writer", "writers"),
                settings,
                YES.contains(value(document, "narration").toLowerCase(Locale.ROOT)));
    }

    private static String format(ScriptDocument document, Diagnostics diagnostics) {
        String written = value(document, "format", "aspect", "aspect ratio");
        String format = FORMATS.getOrDefault(written.toLowerCase(Locale.ROOT).replace('x', ':'), "");
        if (format.isEmpty() && !written.isEmpty()) {
            int line =
                    entries(document, "format", "aspect", "aspect ratio").get(0).line();
            diagnostics.warn(
                    line,
                    1,
                    "The picture format \"" + written
                            + "\" is not known and was left out: write one of 16:9, 9:16, 1:1, 4:5.");
        }
        return format;
    }

    private static String value(ScriptDocument document, String... keys) {
        return entries(document, keys).stream()
                .flatMap(entry -> entry.values().stream())
                .map(value -> document.format() == ScriptFormat.MARKDOWN
                        ? value
                        : FountainText.plain(value).strip())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(keys[0].equals("author") ? ", " : " "));
    }

    private static List<TitlePageEntry> entries(ScriptDocument document, String... keys) {
        Set<String> wanted = Set.of(keys);
        return document.titlePage().stream()
                .filter(entry ->
                        wanted.contains(entry.key().toLowerCase(Locale.ROOT).strip()))
                .toList();
    }
}
