package dev.evergreen.media.internal.text;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text's letters say of the language it is in, and of how it runs. */
final class Scripts {
    /** Extended grapheme clusters: what a reader takes for one letter (Unicode Standard Annex 29). */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final Set<UnicodeScript> EAST_ASIAN = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);
    private static final Set<String> TRADITIONAL_REGIONS = Set.of("TW", "HK", "MO");

    private Scripts() {}

    static List<String> clusters(String text) {
        List<String> clusters = new ArrayList<>();
        Matcher matcher = CLUSTER.matcher(text);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                clusters.add(text.substring(at, matcher.start()));
            }
            clusters.add(matcher.group());
            at = matcher.end();
        }
        if (at < text.length()) {
            clusters.add(text.substring(at));
        }
        return clusters;
    }

    /** Letters, and the signs that only these languages set. */
    static boolean eastAsian(int letter) {
        UnicodeBlock block = UnicodeBlock.of(letter);
        return EAST_ASIAN.contains(UnicodeScript.of(letter))
                || block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS
                || block == UnicodeBlock.CJK_COMPATIBILITY
                || block == UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS
                || block == UnicodeBlock.VERTICAL_FORMS
                || block == UnicodeBlock.CJK_COMPATIBILITY_FORMS;
    }

    /** Of a script that sets no spaces between words, and whose words Java knows. */
    static boolean unspaced(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.THAI;
    }

    /**
     * The same ideograph has another shape in each language that writes it: kana tell Japanese, hangul Korean; else the language's tag decides,
     * and without one the forms are simplified Chinese.
     *
     * @param language as in BCP 47; may be empty
     */
    static Typeface ideographs(String text, String language) {
        boolean hangul = false;
        for (int letter : text.codePoints().toArray()) {
            UnicodeScript script = UnicodeScript.of(letter);
            if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
                return Typeface.JAPANESE;
            }
            hangul |= script == UnicodeScript.HANGUL;
        }
        if (hangul) {
            return Typeface.KOREAN;
        }
        Locale locale = Locale.forLanguageTag(language);
        return switch (locale.getLanguage()) {
            case "ja" -> Typeface.JAPANESE;
            case "ko" -> Typeface.KOREAN;
            case "zh", "yue" ->
                locale.getScript().equals("Hant")
                                || locale.getScript().isEmpty()
                                        && (TRADITIONAL_REGIONS.contains(locale.getCountry())
                                                || locale.getLanguage().equals("yue"))
                        ? Typeface.TRADITIONAL_CHINESE
                        : Typeface.SIMPLIFIED_CHINESE;
            default -> Typeface.SIMPLIFIED_CHINESE;
        };
    }

    /** Whether a text runs from right to left: by its first letter that has a direction (Unicode Standard Annex 9, rule P2), else by its language. */
    static boolean rightToLeft(String text, String language) {
        for (int letter : text.codePoints().toArray()) {
            byte direction = Character.getDirectionality(letter);
            if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return false;
            }
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                return true;
            }
        }
        return Set.of("ar", "fa", "he", "iw", "ur", "ps", "yi", "ji", "dv", "ckb", "ug", "sd")
                .contains(Locale.forLanguageTag(language).getLanguage());
    }

    /** Whether a letter leaves a mark of its own: spaces, controls and what only guides shaping need no glyph. */
    static boolean visible(int letter) {
        int type = Character.getType(letter);
        return !Character.isWhitespace(letter)
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SPACE_SEPARATOR
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !ignorable(letter);
    }

    /** Default_Ignorable_Code_Point (Unicode Character Database) where the general category does not tell. */
    private static boolean ignorable(int letter) {
        return letter == 0x034F
                || letter == 0x115F
                || letter == 0x1160
                || letter == 0x3164
                || letter == 0xFFA0
                || letter >= 0x17B4 && letter <= 0x17B5
                || letter >= 0x180B && letter <= 0x180F
                || letter >= 0xFE00 && letter <= 0xFE0F
                || letter >= 0xE0100 && letter <= 0xE01EF;
    }
}
