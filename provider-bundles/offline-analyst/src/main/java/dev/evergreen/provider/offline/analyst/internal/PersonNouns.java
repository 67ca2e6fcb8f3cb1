package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.provider.offline.analyst.internal.Vocabulary.PersonNoun;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds words for people whose name is not told. */
final class PersonNouns {
    private static final Map<String, Integer> NUMBERS =
            Map.of("two", 2, "both", 2, "three", 3, "several", 3, "four", 4, "many", 4, "five", 4, "some", 3);

    private PersonNouns() {}

    /**
     * A noun in a text.
     *
     * @param noun what it means
     * @param last index of its last word
     * @param count how many people are meant
     */
    record Hit(PersonNoun noun, int last, int count) {}

    static Optional<Hit> at(List<Word> words, int index) {
        for (int length = Math.min(Vocabulary.LONGEST_PERSON_NOUN, words.size() - index); length > 0; length--) {
            int last = index + length - 1;
            if (words.get(last).possessive()) {
                continue;
            }
            String phrase = length == 1
                    ? words.get(index).lower()
                    : words.get(index).lower() + " " + words.get(last).lower();
            PersonNoun noun = Vocabulary.PEOPLE.get(phrase);
            if (noun != null) {
                return Optional.of(new Hit(noun, last, counted(words, index, noun.count())));
            }
            for (String singular : Inflections.singulars(phrase)) {
                PersonNoun one = Vocabulary.PEOPLE.get(singular);
                if (one != null) {
                    return Optional.of(new Hit(one, last, counted(words, index, Math.max(2, one.count()))));
                }
            }
        }
        return Optional.empty();
    }

    private static int counted(List<Word> words, int index, int otherwise) {
        for (int i = index - 1; i >= Math.max(0, index - 2); i--) {
            Integer number = NUMBERS.get(words.get(i).lower());
            if (number != null && otherwise > 1) {
                return number;
            }
        }
        return otherwise;
    }
}
