package dev.evergreen.provider.offline.analyst.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text.
 *
 * @param text as written, without a possessive ending
 * @param lower in small letters
 * @param possessive whether it was written with an apostrophe and s
 * @param before what stands between it and the word before: spaces and punctuation
 */
record Word(String text, String lower, boolean possessive, String before) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019-][\\p{L}\\p{N}]+)*");

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String written = matcher.group();
            boolean possessive =
                    written.length() > 2 && written.toLowerCase(Locale.ROOT).matches(".*['\u2019]s");
            String plain = possessive ? written.substring(0, written.length() - 2) : written;
            words.add(
                    new Word(plain, plain.toLowerCase(Locale.ROOT), possessive, text.substring(end, matcher.start())));
            end = matcher.end();
        }
        return words;
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.charAt(0));
    }

    boolean followsComma() {
        return before.contains(",");
    }
}
