package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a script's format by its file name, else by its content. */
final class FormatDetector {
    private static final int SAMPLE = 200_000;
    private static final Pattern SUBRIP =
            Pattern.compile("^\\s*(?:\\d+[ \\t]*\\n)?[ \\t]*\\d{1,3}:\\d{2}:\\d{2}[,.]\\d{1,3}\\s*-->");
    private static final Pattern SCENE_HEADING =
            Pattern.compile("(?:^|\\n)[ \\t]*(?:INT|EXT|EST|INT\\.?/EXT|I/E)[. ][^\\n]*\\S", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPITAL_CUE = Pattern.compile(
            "(?:^|\\n)[ \\t]*\\n[ \\t]*\\p{Lu}[\\p{Lu} .'-]{1,30}(?:\\([^)\\n]*\\))?[ \\t]*\\n[^\\n]*\\p{Ll}");
    private static final Pattern MARKDOWN =
            Pattern.compile("(?:^|\\n)#{1,6} \\S|(?:^|\\n)!\\[[^\\]\\n]*\\]\\(|^---\\n[A-Za-z]+:");
    private static final Pattern FOUNTAIN_TITLE = Pattern.compile(
            "^\\s*(?:Title|Credit|Author|Authors|Draft date|Contact|Source|Format):", Pattern.CASE_INSENSITIVE);

    private FormatDetector() {}

    static ScriptFormat detect(String text, String fileName) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        Optional<ScriptFormat> promised = ScriptFormat.ofFileName(fileName);
        if (promised.isPresent() && promised.get() != ScriptFormat.PLAIN_TEXT) {
            return promised.get();
        }
        if (sample.stripLeading().startsWith("<") && sample.contains("<FinalDraft")) {
            return ScriptFormat.FINAL_DRAFT;
        }
        if (SUBRIP.matcher(sample).find()) {
            return ScriptFormat.SUBRIP;
        }
        if (SCENE_HEADING.matcher(sample).find()
                || FOUNTAIN_TITLE.matcher(sample).find()) {
            return ScriptFormat.FOUNTAIN;
        }
        if (promised.isEmpty() && MARKDOWN.matcher(sample).find()) {
            return ScriptFormat.MARKDOWN;
        }
        return CAPITAL_CUE.matcher(sample).find() && promised.isEmpty()
                ? ScriptFormat.FOUNTAIN
                : ScriptFormat.PLAIN_TEXT;
    }
}
