package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.CastMember.Age;
import dev.evergreen.spi.script.CastMember.Gender;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that pictures are made of. Immutable. */
final class Vocabulary {
    static final PhraseTable PLACES = PhraseTable.of("places.txt");
    static final PhraseTable OBJECTS = PhraseTable.of("objects.txt");
    static final PhraseTable POSES = PhraseTable.ofVerbs("poses.txt");
    static final PhraseTable EXPRESSIONS = PhraseTable.ofVerbs("expressions.txt");
    static final PhraseTable WEATHER = PhraseTable.ofVerbs("weather.txt");
    static final PhraseTable SEASONS = PhraseTable.of("seasons.txt");
    static final PhraseTable TIMES = PhraseTable.of("times.txt");
    static final PhraseTable MOODS = PhraseTable.ofVerbs("moods.txt");
    static final Map<String, PersonNoun> PEOPLE = people();
    static final int LONGEST_PERSON_NOUN = 2;

    private static final Map<String, Gender> NAMES = names();
    private static final Set<String> PERSONAL_SUFFIXES_FEMALE = Set.of("ella", "elle", "ette", "ina", "ia", "ah");

    private Vocabulary() {}

    /** A word for people whose name is not told. */
    record PersonNoun(String noun, Gender gender, Age age, int count) {}

    static Gender genderOfName(String lower) {
        Gender known = NAMES.get(lower);
        if (known != null) {
            return known;
        }
        boolean female = PERSONAL_SUFFIXES_FEMALE.stream().anyMatch(lower::endsWith);
        return female ? Gender.FEMALE : Gender.UNSPECIFIED;
    }

    static boolean isGivenName(String lower) {
        return NAMES.containsKey(lower);
    }

    private static Map<String, PersonNoun> people() {
        Map<String, PersonNoun> people = new HashMap<>();
        for (String line : PhraseTable.lines("people.txt")) {
            String[] nounAndRest = line.split("=", 2);
            String[] fields = nounAndRest[1].split(";");
            PersonNoun noun = new PersonNoun(
                    nounAndRest[0].strip(),
                    switch (fields[1].strip()) {
                        case "F" -> Gender.FEMALE;
                        case "M" -> Gender.MALE;
                        default -> Gender.UNSPECIFIED;
                    },
                    switch (fields[2].strip()) {
                        case "C" -> Age.CHILD;
                        case "O" -> Age.OLD;
                        default -> Age.ADULT;
                    },
                    Integer.parseInt(fields[3].strip()));
            for (String word : fields[0].split(",")) {
                people.putIfAbsent(word.strip(), noun);
            }
        }
        return Map.copyOf(people);
    }

    private static Map<String, Gender> names() {
        Map<String, Gender> names = new HashMap<>();
        for (String line : PhraseTable.lines("names.txt")) {
            String[] sides = line.split("=", 2);
            Gender gender = sides[0].strip().equals("F") ? Gender.FEMALE : Gender.MALE;
            List<String> words = Arrays.asList(sides[1].strip().split("\\s+"));
            new HashSet<>(words).forEach(name -> names.putIfAbsent(name, gender));
        }
        return Map.copyOf(names);
    }
}
