package dev.evergreen.provider.offline.analyst.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The mood that a text's words speak for. */
final class Moods {
    private static final String NEUTRAL = "calm";

    private Moods() {}

    static String of(String text) {
        return of(text, NEUTRAL);
    }

    /** @param otherwise the mood when no word speaks for another */
    static String of(String text, String otherwise) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (PhraseTable.Hit hit : Vocabulary.MOODS.hits(Word.of(text))) {
            votes.merge(hit.entry().canonical(), 1, Integer::sum);
        }
        String best = otherwise;
        int most = 0;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }
}
