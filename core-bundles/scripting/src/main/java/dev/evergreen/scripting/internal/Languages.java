package dev.evergreen.scripting.internal;

import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Guesses a script's language by its most frequent small words. */
final class Languages {
    private static final int WORDS = 2000;
    private static final Map<String, Set<String>> SMALL_WORDS = new TreeMap<>(Map.of(
            "de",
                    Set.of(
                            "der", "die", "das", "und", "nicht", "ist", "ein", "eine", "ich", "sie", "mit", "auf", "zu",
                            "den", "wir"),
            "en",
                    Set.of(
                            "the", "and", "of", "to", "is", "in", "it", "you", "that", "her", "his", "with", "she",
                            "he", "was"),
            "es",
                    Set.of(
                            "el", "la", "los", "las", "que", "y", "no", "es", "una", "por", "con", "para", "su", "del",
                            "lo"),
            "fr",
                    Set.of(
                            "le", "la", "les", "et", "est", "une", "des", "dans", "pas", "que", "vous", "je", "il",
                            "elle", "du"),
            "it",
                    Set.of(
                            "il", "lo", "che", "di", "e", "non", "una", "sono", "per", "con", "gli", "della", "nel",
                            "si", "ma"),
            "nl",
                    Set.of(
                            "de", "het", "een", "en", "niet", "van", "ik", "je", "dat", "op", "zijn", "met", "voor",
                            "naar", "maar"),
            "pt",
                    Set.of(
                            "o",
                            "os",
                            "um",
                            "uma",
                            "que",
                            "e",
                            "n\u00e3o",
                            "para",
                            "com",
                            "do",
                            "da",
                            "em",
                            "na",
                            "seu",
                            "ele")));

    private Languages() {}

    /** A language tag; English when the words do not tell. */
    static String guess(List<ScriptScene> scenes) {
        Map<String, Integer> hits = new TreeMap<>();
        int words = 0;
        for (ScriptScene scene : scenes) {
            for (ScriptElement element : scene.elements()) {
                for (String word : element.text().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
                    SMALL_WORDS.forEach((language, small) -> {
                        if (small.contains(word)) {
                            hits.merge(language, 1, Integer::sum);
                        }
                    });
                    words++;
                }
                if (words > WORDS) {
                    return best(hits);
                }
            }
        }
        return best(hits);
    }

    private static String best(Map<String, Integer> hits) {
        String best = "en";
        for (Map.Entry<String, Integer> entry : hits.entrySet()) {
            if (entry.getValue() > hits.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
    }
}
