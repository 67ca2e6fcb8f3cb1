package dev.evergreen.provider.offline.illustrator.internal.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whole words in a text. */
final class WordPattern {
    private final Pattern pattern;

    /** @param words alternatives in the syntax of {@link Pattern}, lower case */
    WordPattern(String words) {
        pattern = Pattern.compile("\\b(?:" + words + ")\\b");
    }

    boolean in(String text) {
        return pattern.matcher(text).find();
    }

    /** Where the words begin first, or a very large number. */
    int position(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }
}
