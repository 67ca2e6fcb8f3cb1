package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotSize;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the sentences that image models are given. */
final class Prompts {
    private static final int LONGEST_TEXT = 300;

    private Prompts() {}

    static String write(
            SceneState state,
            ShotSize size,
            List<PersonInShot> people,
            List<CastMember> cast,
            List<String> objects,
            String mood,
            String text) {
        StringBuilder prompt = new StringBuilder(shot(size)).append(" of ");
        prompt.append(people.isEmpty() ? "" : people(people, cast) + " ");
        String place = state.place.isEmpty() ? "an open landscape" : article(state.place);
        boolean inside = state.setting == Setting.INTERIOR;
        prompt.append(people.isEmpty() ? place : (inside ? "in " : "at ") + place);
        prompt.append(state.timeOfDay.isEmpty() ? "" : time(state.timeOfDay));
        prompt.append(state.season.isEmpty() ? "" : " in " + state.season);
        prompt.append(state.weather.isEmpty() ? "" : ", " + state.weather);
        prompt.append(
                objects.isEmpty()
                        ? ""
                        : ", with " + objects.stream().map(Prompts::article).collect(Collectors.joining(", ")));
        prompt.append("; ").append(mood).append(" mood.");
        if (!text.isEmpty()) {
            String shortened = text.length() <= LONGEST_TEXT
                    ? text
                    : text.substring(0, text.lastIndexOf(' ', LONGEST_TEXT)) + "\u2026";
            prompt.append(' ').append(shortened);
        }
        return prompt.toString();
    }

    private static String people(List<PersonInShot> people, List<CastMember> cast) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < people.size(); i++) {
            PersonInShot person = people.get(i);
            words.append(i == 0 ? "" : i == people.size() - 1 ? " and " : ", ").append(name(person.name()));
            cast.stream()
                    .filter(member -> member.name().equals(person.name()))
                    .findFirst()
                    .ifPresent(
                            member -> words.append(" (").append(looks(member)).append(')'));
            words.append(person.pose().isEmpty() ? "" : ", " + participle(person.pose()));
            words.append(person.relation().isEmpty() ? "" : ", " + relation(person.relation()));
            words.append(person.expression().isEmpty() ? "" : ", " + person.expression());
        }
        return words.toString();
    }

    private static String looks(CastMember member) {
        String kind = switch (member.age()) {
            case CHILD ->
                switch (member.gender()) {
                    case FEMALE -> "girl";
                    case MALE -> "boy";
                    case UNSPECIFIED -> "child";
                };
            case ADULT ->
                switch (member.gender()) {
                    case FEMALE -> "woman";
                    case MALE -> "man";
                    case UNSPECIFIED -> "adult";
                };
            case OLD ->
                switch (member.gender()) {
                    case FEMALE -> "old woman";
                    case MALE -> "old man";
                    case UNSPECIFIED -> "old person";
                };
        };
        return member.appearance().isEmpty() ? kind : kind + ", " + member.appearance();
    }

    private static String relation(String relation) {
        int space = relation.indexOf(' ');
        String what = relation.substring(space + 1);
        boolean person = what.equals(what.toUpperCase(Locale.ROOT));
        if (relation.startsWith("looks at ")) {
            String target = relation.substring("looks at ".length());
            return "looking at " + (target.equals(target.toUpperCase(Locale.ROOT)) ? name(target) : "the " + target);
        }
        String how = relation.substring(0, space);
        String preposition = how.equals("rides") ? "riding" : how.equals("holds") ? "holding" : how;
        return preposition + " "
                + (person ? name(what) : how.equals("rides") || how.equals("holds") ? article(what) : "the " + what);
    }

    private static String time(String timeOfDay) {
        return switch (timeOfDay) {
            case "day" -> " by day";
            case "morning", "afternoon", "evening" -> " in the " + timeOfDay;
            default -> " at " + timeOfDay;
        };
    }

    private static String participle(String pose) {
        String[] words = pose.split(" ", 2);
        String verb = words[0];
        String stem = verb.endsWith("ie")
                ? verb.substring(0, verb.length() - 2) + "y"
                : verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
        boolean doubled = verb.equals("run") || verb.equals("sit") || verb.equals("swim") || verb.equals("hug");
        String ing = doubled ? verb + verb.charAt(verb.length() - 1) + "ing" : stem + "ing";
        return words.length > 1 ? ing + " " + words[1] : ing;
    }

    private static String name(String name) {
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
        if (!shouted) {
            return name;
        }
        StringBuilder out = new StringBuilder();
        for (String word : name.split(" ")) {
            out.append(out.isEmpty() ? "" : " ")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String shot(ShotSize size) {
        return switch (size) {
            case EXTREME_WIDE -> "Extreme wide shot";
            case WIDE -> "Wide shot";
            case MEDIUM -> "Medium shot";
            case CLOSE_UP -> "Close-up";
            case DETAIL -> "Detail";
        };
    }
}
