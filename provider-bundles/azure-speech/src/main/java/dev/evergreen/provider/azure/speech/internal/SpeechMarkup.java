package dev.evergreen.provider.azure.speech.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Speech Synthesis Markup Language 1.0 (W3C) with the vendor's own element for styles. */
final class SpeechMarkup {
    private SpeechMarkup() {}

    /**
     * @param language of the text, as a BCP 47 tag
     * @param style of the vendor; empty for plain
     * @param rate 1 is the voice's own pace
     */
    static String document(String text, String language, String voice, String style, double rate) {
        return "<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xmlns:mstts=\"https://www.w3.org/2001/mstts\" xml:lang=\""
                + escaped(language) + "\"><voice name=\"" + escaped(voice) + "\">" + spoken(text, style, rate)
                + "</voice></speak>";
    }

    /** What stands inside the voice, of which the vendor counts every letter. */
    static String spoken(String text, String style, double rate) {
        String spoken = escaped(text);
        if (rate != 1) {
            BigDecimal percent = BigDecimal.valueOf((rate - 1) * 100).setScale(2, RoundingMode.HALF_UP);
            spoken = "<prosody rate=\"" + (rate > 1 ? "+" : "") + percent + "%\">" + spoken + "</prosody>";
        }
        return style.isEmpty()
                ? spoken
                : "<mstts:express-as style=\"" + escaped(style) + "\">" + spoken + "</mstts:express-as>";
    }

    /** Letters that XML 1.0 does not have become spaces. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                default -> escaped.appendCodePoint(isLetterOfXml(letter) ? letter : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean isLetterOfXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= 0x20 && letter <= 0xd7ff
                || letter >= 0xe000 && letter <= 0xfffd
                || letter >= 0x10000;
    }
}
