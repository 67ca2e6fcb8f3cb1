package dev.evergreen.provider.offline.analyst.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mood that words speak for: each word votes, what is seen counts twice what is said. Used by one thread while a film is planned. */
final class Moods {
    static final String NEUTRAL = "calm";

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "nothing", "cannot");

    private final Map<String, Integer> votes = new LinkedHashMap<>();

    Moods seen(String text) {
        return vote(text, 2);
    }

    Moods said(String text) {
        return vote(text, 1);
    }

    /** @param otherwise the mood when no word speaks for another, or two moods are even */
    String orElse(String otherwise) {
        String best = otherwise;
        int most = 0;
        boolean even = false;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            even = vote.getValue() == most || even && vote.getValue() < most;
            if (vote.getValue() > most) {
                best = vote.getKey();
                most = vote.getValue();
                even = false;
            }
        }
        return even ? otherwise : best;
    }

    private Moods vote(String text, int weight) {
        List<Word> words = Word.of(text);
        for (PhraseTable.Hit hit : Vocabulary.MOODS.hits(words)) {
            if (!isNegated(words, hit.first())) {
                votes.merge(hit.entry().canonical(), weight, Integer::sum);
            }
        }
        return this;
    }

    private static boolean isNegated(List<Word> words, int index) {
        for (int i = index - 1; i >= Math.max(0, index - 2); i--) {
            String word = words.get(i).lower();
            if (NEGATIONS.contains(word) || word.endsWith("n't") || word.endsWith("n\u2019t")) {
                return true;
            }
        }
        return false;
    }
}
