package dev.evergreen.scripting.internal;

import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Pairs scenes of two versions: first those that say the same, then, best pair first, those whose words are most alike, then those that stand between
 * the same neighbours under the same heading.
 */
public final class SceneMatching {
    private static final double ALIKE = 0.5;
    private static final double ALIKE_WITH_SAME_HEADING = 0.2;

    private final List<ScriptScene> previous;
    private final List<ScriptScene> next;
    private final int[] partner;
    private final boolean[] taken;

    private SceneMatching(List<ScriptScene> previous, List<ScriptScene> next) {
        this.previous = previous;
        this.next = next;
        this.partner = new int[next.size()];
        Arrays.fill(partner, -1);
        this.taken = new boolean[previous.size()];
    }

    public static Screenplay match(List<ScriptScene> previous, Screenplay parsed) {
        SceneMatching matching = new SceneMatching(previous, parsed.scenes());
        matching.pairEqual();
        matching.pairAlike();
        matching.pairNeighbours();
        return new Screenplay(
                parsed.title(), parsed.author(), parsed.language(), matching.renamed(), parsed.characters());
    }

    private void pairEqual() {
        Map<String, Deque<Integer>> byContent = new HashMap<>();
        for (int i = 0; i < previous.size(); i++) {
            byContent
                    .computeIfAbsent(content(previous.get(i)), key -> new ArrayDeque<>())
                    .add(i);
        }
        for (int i = 0; i < next.size(); i++) {
            Deque<Integer> same = byContent.get(content(next.get(i)));
            if (same != null && !same.isEmpty()) {
                pair(same.remove(), i);
            }
        }
    }

    private void pairAlike() {
        List<Candidate> candidates = new ArrayList<>();
        Map<Integer, Set<String>> wordsBefore = new HashMap<>();
        for (int i = 0; i < previous.size(); i++) {
            if (!taken[i]) {
                wordsBefore.put(i, words(previous.get(i)));
            }
        }
        for (int i = 0; i < next.size(); i++) {
            if (partner[i] >= 0) {
                continue;
            }
            Set<String> words = words(next.get(i));
            for (Map.Entry<Integer, Set<String>> entry : wordsBefore.entrySet()) {
                boolean sameHeading = heading(previous.get(entry.getKey())).equals(heading(next.get(i)));
                double alike = overlap(words, entry.getValue());
                if (alike >= (sameHeading ? ALIKE_WITH_SAME_HEADING : ALIKE)) {
                    candidates.add(new Candidate(entry.getKey(), i, alike + (sameHeading ? 1 : 0)));
                }
            }
        }
        candidates.sort((a, b) -> {
            int byScore = Double.compare(b.score, a.score);
            return byScore != 0 ? byScore : Integer.compare(Math.abs(a.before - a.after), Math.abs(b.before - b.after));
        });
        for (Candidate candidate : candidates) {
            if (!taken[candidate.before] && partner[candidate.after] < 0) {
                pair(candidate.before, candidate.after);
            }
        }
    }

    private void pairNeighbours() {
        for (int i = 0; i < next.size(); i++) {
            int before = i == 0 ? 0 : partner[i - 1] + 1;
            boolean anchored = i == 0 || partner[i - 1] >= 0;
            if (partner[i] < 0
                    && anchored
                    && before < previous.size()
                    && !taken[before]
                    && heading(previous.get(before)).equals(heading(next.get(i)))) {
                pair(before, i);
            }
        }
    }

    private void pair(int before, int after) {
        partner[after] = before;
        taken[before] = true;
    }

    private List<ScriptScene> renamed() {
        Set<String> used = new HashSet<>();
        previous.forEach(scene -> used.add(scene.id()));
        List<ScriptScene> renamed = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            ScriptScene scene = next.get(i);
            String id = partner[i] >= 0 ? previous.get(partner[i]).id() : unused(scene.id(), used);
            renamed.add(new ScriptScene(id, scene.number(), scene.heading(), scene.synopsis(), scene.elements()));
        }
        return renamed;
    }

    private static String unused(String id, Set<String> used) {
        String candidate = id;
        for (int i = 2; !used.add(candidate); i++) {
            candidate = id + "-" + i;
        }
        return candidate;
    }

    private static String heading(ScriptScene scene) {
        return scene.heading().text().toUpperCase(Locale.ROOT);
    }

    private static String content(ScriptScene scene) {
        StringBuilder content = new StringBuilder(heading(scene));
        for (ScriptElement element : scene.elements()) {
            content.append('\0')
                    .append(element.kind())
                    .append(element.speaker().orElse(""))
                    .append('\0')
                    .append(element.text());
        }
        return content.toString();
    }

    private static Set<String> words(ScriptScene scene) {
        Set<String> words = new HashSet<>();
        for (ScriptElement element : scene.elements()) {
            words.addAll(Arrays.asList(element.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        }
        words.remove("");
        return words;
    }

    /** Shared words, relative to all words of both (Jaccard index). */
    private static double overlap(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> small = a.size() <= b.size() ? a : b;
        Set<String> large = small == a ? b : a;
        int shared = 0;
        for (String word : small) {
            shared += large.contains(word) ? 1 : 0;
        }
        return shared / (double) (a.size() + b.size() - shared);
    }

    private record Candidate(int before, int after, double score) {}
}
