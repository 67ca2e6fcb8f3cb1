package dev.evergreen.provider.offline.analyst.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Phrases and the one word that stands for them, read from a table beside this class. A line is {@code canonical = phrase, phrase @ hint}, with
 * {@code !} in front of lines that are marked; what the mark and the hint mean is said in the table. Longer phrases win, then earlier lines.
 */
final class PhraseTable {
    private final Map<String, Entry> byPhrase = new HashMap<>();
    private int longest = 1;

    /** A line of the table. */
    record Entry(String canonical, boolean marked, String hint) {}

    /** Where a phrase stands: the indexes of its first and last word. */
    record Hit(Entry entry, int first, int last) {}

    static PhraseTable of(String resource) {
        return load(resource, false);
    }

    /** Single words are verbs: their regular forms are found as well. */
    static PhraseTable ofVerbs(String resource) {
        return load(resource, true);
    }

    static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(PhraseTable.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the word table " + resource + " in this bundle cannot be read", e);
        }
    }

    List<Hit> hits(List<Word> words) {
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Hit> hit = at(words, at);
            hit.ifPresent(hits::add);
            at = hit.map(Hit::last).orElse(at) + 1;
        }
        return hits;
    }

    Optional<Hit> first(List<Word> words) {
        for (int at = 0; at < words.size(); at++) {
            Optional<Hit> hit = at(words, at);
            if (hit.isPresent()) {
                return hit;
            }
        }
        return Optional.empty();
    }

    String firstWord(String text) {
        return first(Word.of(text)).map(hit -> hit.entry().canonical()).orElse("");
    }

    /** The longest phrase that begins with the word at that index. */
    Optional<Hit> at(List<Word> words, int index) {
        for (int length = Math.min(longest, words.size() - index); length > 0; length--) {
            StringBuilder phrase = new StringBuilder();
            for (int i = index; i < index + length; i++) {
                phrase.append(i == index ? "" : " ").append(words.get(i).lower());
            }
            Entry entry = find(phrase.toString());
            if (entry != null) {
                return Optional.of(new Hit(entry, index, index + length - 1));
            }
        }
        return Optional.empty();
    }

    private @org.jspecify.annotations.Nullable Entry find(String phrase) {
        Entry entry = byPhrase.get(phrase);
        for (String singular : entry == null ? Inflections.singulars(phrase) : List.<String>of()) {
            entry = entry == null ? byPhrase.get(singular) : entry;
        }
        return entry;
    }

    private static PhraseTable load(String resource, boolean verbs) {
        PhraseTable table = new PhraseTable();
        for (String line : lines(resource)) {
            boolean marked = line.startsWith("!");
            String[] sides = (marked ? line.substring(1) : line).split("=", 2);
            String[] phrasesAndHint = sides[1].split("@", 2);
            String hint = phrasesAndHint.length > 1 ? phrasesAndHint[1].strip() : "";
            Entry entry = new Entry(sides[0].strip(), marked, hint);
            for (String phrase : phrasesAndHint[0].split(",")) {
                table.add(phrase.strip(), entry, verbs);
            }
        }
        return table;
    }

    private void add(String phrase, Entry entry, boolean verb) {
        longest = Math.max(longest, phrase.split(" ").length);
        byPhrase.putIfAbsent(phrase, entry);
        if (verb && !phrase.contains(" ")) {
            Inflections.verb(phrase).forEach(form -> byPhrase.putIfAbsent(form, entry));
        }
    }
}
