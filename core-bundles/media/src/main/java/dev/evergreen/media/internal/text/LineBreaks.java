package dev.evergreen.media.internal.text;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;

/**
 * Where lines of a text may end. Java's rules know words, ideographs and, by dictionary, Thai; on top of them marks that may not begin or end a line
 * in Chinese and Japanese stay where they belong (W3C, Requirements for Japanese Text Layout, appendix A, classes 1, 2, 4 to 12), and Korean
 * breaks at spaces only.
 */
final class LineBreaks {
    private static final String NEVER_FIRST = "、。，．・：；？！゛゜ヽヾゝゞ々〻ー’”）〕］｝〉》」』】〙〗〟｠»›‐–〜゠…‥‼⁇⁈⁉℃％‰°′″"
            + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ,.:;?!)]}%";
    private static final String NEVER_LAST = "‘“（〔［｛〈《「『【〘〖〝｟«‹([{¥￥＄$＃#№";
    private static final String INSIDE_ADDRESSES = "/?&=_.-#+%~";
    private static final char IDEOGRAPH = '\u6F22';

    private final String text;
    private final BitSet good = new BitSet();
    private final BitSet forced = new BitSet();

    /**
     * @param text one line's worth or more; U+FFFC stands for a picture
     */
    LineBreaks(String text) {
        this.text = text;
        boolean thai = text.codePoints().anyMatch(Scripts::unspaced);
        BreakIterator lines = BreakIterator.getLineInstance(thai ? Locale.forLanguageTag("th") : Locale.ROOT);
        lines.setText(text.replace('\uFFFC', IDEOGRAPH));
        for (int at = lines.first(); at != BreakIterator.DONE; at = lines.next()) {
            if (at > 0 && at < text.length() && allowed(at)) {
                good.set(at);
            }
        }
        int at = 0;
        for (String cluster : Scripts.clusters(text)) {
            at += cluster.length();
            if (at < text.length() && allowedWhenForced(at)) {
                forced.set(at);
            }
        }
    }

    private boolean allowed(int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        if (Character.isWhitespace(before)) {
            return true;
        }
        if (!allowedWhenForced(at) || before == after && "—…‥─".indexOf(before) >= 0) {
            return false;
        }
        return !(hangul(before) && hangul(after)) && !Character.isSurrogatePair(before, after);
    }

    private boolean allowedWhenForced(int at) {
        return NEVER_FIRST.indexOf(text.charAt(at)) < 0 && NEVER_LAST.indexOf(text.charAt(at - 1)) < 0;
    }

    private static boolean hangul(char letter) {
        return UnicodeScript.of(letter) == UnicodeScript.HANGUL;
    }

    /** The last place after {@code start} and not after {@code limit} where a line may end; -1 if there is none. */
    int last(int start, int limit) {
        int at = good.previousSetBit(limit);
        return at > start ? at : -1;
    }

    /** The same inside of a word that is too long for a line: in an address after a sign, else after any letter. */
    int torn(int start, int limit) {
        for (int at = limit; at > (start + limit) / 2; at--) {
            if (INSIDE_ADDRESSES.indexOf(text.charAt(at - 1)) >= 0 && at < text.length() && forced.get(at)) {
                return at;
            }
        }
        int at = forced.previousSetBit(limit);
        return at > start ? at : Math.max(start + 1, limit);
    }
}
