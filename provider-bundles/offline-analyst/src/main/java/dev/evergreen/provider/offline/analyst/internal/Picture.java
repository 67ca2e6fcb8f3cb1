package dev.evergreen.provider.offline.analyst.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a text lets one see. Used by one thread while a film is planned. */
final class Picture {
    final Map<String, Person> people = new LinkedHashMap<>();
    final Set<String> objects = new LinkedHashSet<>();
    String place = "";
    boolean inside;
    String hintedPlace = "";

    Person person(String name) {
        return people.computeIfAbsent(name, key -> new Person());
    }

    /** A person's part in the picture; empty strings where nothing is said. */
    static final class Person {
        String pose = "";
        String expression = "";
        String relation = "";
        /** Whether the person does or feels something, and is not only looked at or stood beside. */
        boolean subject;

        private int relationRank;

        /** Keeps the relation that shapes the picture most: riding before holding before standing beside before looking. */
        void relate(String words) {
            int rank = rank(words);
            if (rank > relationRank) {
                relation = words;
                relationRank = rank;
            }
        }

        private static int rank(String words) {
            return switch (words.split(" ")[0]) {
                case "rides", "in", "on" -> 4;
                case "holds" -> 3;
                case "beside", "behind", "under", "at" -> 2;
                default -> 1;
            };
        }
    }
}
