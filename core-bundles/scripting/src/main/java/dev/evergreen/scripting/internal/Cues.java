package dev.evergreen.scripting.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures, clips and sounds that a writer asks for by name: {@code [image: shore.png]}, also as a note in double brackets and, in Markdown, as a
 * picture.
 *
 * @param text the text without the cues
 * @param names what was asked for, in order
 */
record Cues(String text, List<String> names) {
    private static final Pattern CUE = Pattern.compile(
            "\\[?\\[\\s{0,20}(?:image|picture|photo|video|clip|sound|audio|media)\\s{0,20}:([^\\[\\]\\n]{1,300})\\]\\]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKDOWN_IMAGE = Pattern.compile(
            "!\\[([^\\]\\n]{0,300})\\]\\(\\s{0,20}<?([^)>\\s]{1,300})>?(?:\\s{1,20}[^)\\n]{0,300})?\\)");

    static Cues in(String text) {
        return find(CUE, 1, text);
    }

    static Cues inMarkdown(String text) {
        Cues written = in(text);
        Cues pictures = find(MARKDOWN_IMAGE, 2, written.text);
        List<String> names = new ArrayList<>(written.names);
        names.addAll(pictures.names);
        return new Cues(pictures.text, names);
    }

    private static Cues find(Pattern pattern, int group, String text) {
        if (text.indexOf('[') < 0) {
            return new Cues(text, List.of());
        }
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            names.add(matcher.group(group).strip());
            matcher.appendReplacement(rest, "");
        }
        matcher.appendTail(rest);
        return names.isEmpty()
                ? new Cues(text, List.of())
                : new Cues(rest.toString().replaceAll(" {2,}", " ").strip(), List.copyOf(names));
    }
}
