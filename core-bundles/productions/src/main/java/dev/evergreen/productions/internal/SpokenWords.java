package dev.evergreen.productions.internal;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of a text, also where its script sets no spaces between them: a Chinese character is one, Japanese ones begin where kana give way to other
 * letters, and Java has a dictionary for Thai. Marks stay with the word that they belong to.
 */
final class SpokenWords {
    private static final String NEVER_FIRST = "、。，．・：；？！ー々〻’”）〕］｝〉》」』】〙〗゛゜ヽヾゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥,.:;?!)]}%％~〜";
    private static final String NEVER_LAST = "‘“（〔［｛〈《「『【〘〖([{$¥￥＄#";
    private static final Set<UnicodeScript> KANA = Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
    /** An ideograph says as much as two letters and takes as much room. */
    private static final double IDEOGRAPH = 2.2;

    private SpokenWords() {}

    /**
     * A word and where it stands.
     *
     * @param spaced whether there is a space before it
     */
    record Word(int start, int end, boolean spaced) {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        boolean japanese = text.codePoints().anyMatch(letter -> KANA.contains(UnicodeScript.of(letter)));
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            int end = start;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                divide(text, start, end, japanese, words);
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    private static void divide(String text, int start, int end, boolean japanese, List<Word> words) {
        String token = text.substring(start, end);
        BreakIterator thai = null;
        if (token.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.THAI)) {
            thai = BreakIterator.getWordInstance(Locale.forLanguageTag("th"));
            thai.setText(token);
        }
        int from = 0;
        for (int i = 1; i < token.length(); i++) {
            if (divides(token, i, japanese, thai)) {
                words.add(new Word(start + from, start + i, from == 0));
                from = i;
            }
        }
        words.add(new Word(start + from, end, from == 0));
    }

    private static boolean divides(String token, int i, boolean japanese, @Nullable BreakIterator thai) {
        char before = token.charAt(i - 1);
        char after = token.charAt(i);
        if (NEVER_FIRST.indexOf(after) >= 0
                || NEVER_LAST.indexOf(before) >= 0
                || Character.isLowSurrogate(after)
                || Character.getType(after) == Character.NON_SPACING_MARK
                || Character.getType(after) == Character.FORMAT
                || Character.getType(before) == Character.FORMAT) {
            return false;
        }
        if (thai != null && thai(before) && thai(after)) {
            return thai.isBoundary(i);
        }
        int left = token.codePointBefore(i);
        int right = token.codePointAt(i);
        if (!wide(left) && !wide(right) || UnicodeScript.of(left) == UnicodeScript.HANGUL) {
            return false;
        }
        if (!japanese) {
            return true;
        }
        UnicodeScript last = UnicodeScript.of(left);
        UnicodeScript next = UnicodeScript.of(right);
        return !KANA.contains(next) && KANA.contains(last)
                || last == UnicodeScript.COMMON
                || next == UnicodeScript.COMMON
                || next == UnicodeScript.KATAKANA && last == UnicodeScript.HIRAGANA;
    }

    private static boolean thai(char letter) {
        return UnicodeScript.of(letter) == UnicodeScript.THAI;
    }

    /** Set as wide as high; these scripts set no spaces, but for Korean. */
    static boolean wide(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        UnicodeBlock block = UnicodeBlock.of(letter);
        return script == UnicodeScript.HAN
                || KANA.contains(script)
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.BOPOMOFO
                || block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
    }

    /** How much there is to read, in letters of alphabets. */
    static double weight(String text) {
        double weight = 0;
        for (int letter : text.codePoints().toArray()) {
            int type = Character.getType(letter);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
            weight += mark ? 0 : wide(letter) ? IDEOGRAPH : 1;
        }
        return weight;
    }
}
