package dev.evergreen.provider.offline.analyst.internal;

import java.util.ArrayList;
import java.util.List;

/** Regular English word forms. */
final class Inflections {
    private static final String VOWELS = "aeiou";

    private Inflections() {}

    /** What a plural's singular may be. */
    static List<String> singulars(String word) {
        List<String> singulars = new ArrayList<>();
        if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")) {
            singulars.add(word.substring(0, word.length() - 1));
            if (word.endsWith("ies")) {
                singulars.add(word.substring(0, word.length() - 3) + "y");
            }
            if (word.endsWith("ves")) {
                singulars.add(word.substring(0, word.length() - 3) + "f");
            }
            if (word.endsWith("es")) {
                singulars.add(word.substring(0, word.length() - 2));
            }
        }
        return singulars;
    }

    /** Third person, past and participle of a regular verb. */
    static List<String> verb(String base) {
        char last = base.charAt(base.length() - 1);
        if (last == 'e') {
            String stem = base.substring(0, base.length() - 1);
            return List.of(base + "s", base + "d", stem + "ing", base + "ing");
        }
        if (last == 'y' && base.length() > 1 && VOWELS.indexOf(base.charAt(base.length() - 2)) < 0) {
            String stem = base.substring(0, base.length() - 1);
            return List.of(stem + "ies", stem + "ied", base + "ing");
        }
        boolean hisses = last == 's' || last == 'x' || last == 'z' || base.endsWith("ch") || base.endsWith("sh");
        String doubled = base + last;
        return List.of(hisses ? base + "es" : base + "s", base + "ed", base + "ing", doubled + "ed", doubled + "ing");
    }
}
