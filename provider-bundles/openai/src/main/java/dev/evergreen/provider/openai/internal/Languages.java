package dev.evergreen.provider.openai.internal;

import java.util.Arrays;
import java.util.Locale;

/** Languages as the vendor names them: {@code english} where everybody else says {@code en}. */
final class Languages {
    private static final String UNKNOWN = "und";

    private Languages() {}

    /** @param asked what was asked for; counts where the vendor says nothing */
    static String tag(String heard, String asked) {
        if (heard.isBlank()) {
            return asked.isBlank() ? UNKNOWN : asked;
        }
        if (heard.length() <= 3) {
            return heard.toLowerCase(Locale.ROOT);
        }
        return Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> Locale.forLanguageTag(tag)
                        .getDisplayLanguage(Locale.ENGLISH)
                        .equalsIgnoreCase(heard))
                .findFirst()
                .orElse(asked.isBlank() ? UNKNOWN : asked);
    }
}
