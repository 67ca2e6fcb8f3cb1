package dev.evergreen.scripting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The file formats that scripts are read from and printed to. */
public enum ScriptFormat {
    /** Fountain 1.1, as published at fountain.io/syntax. */
    FOUNTAIN("fountain", Set.of("fountain", "spmd")),
    /** Final Draft's XML. */
    FINAL_DRAFT("fdx", Set.of("fdx")),
    /** CommonMark headings, paragraphs, lists and front matter. */
    MARKDOWN("markdown", Set.of("md", "markdown")),
    /** Paragraphs divided by blank lines. */
    PLAIN_TEXT("text", Set.of("txt", "text")),
    /** SubRip subtitles. */
    SUBRIP("srt", Set.of("srt"));

    private final String word;
    private final Set<String> endings;

    ScriptFormat(String word, Set<String> endings) {
        this.word = word;
        this.endings = endings;
    }

    /** The word that stands for the format in the database and the HTTP API. */
    public String word() {
        return word;
    }

    public static ScriptFormat of(String word) {
        for (ScriptFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException("script format '" + word + "' is not one of "
                + Arrays.stream(values()).map(ScriptFormat::word).toList());
    }

    /** The format that a file name's ending promises. */
    public static Optional<ScriptFormat> ofFileName(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.contains(ending))
                .findFirst();
    }
}
