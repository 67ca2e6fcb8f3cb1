package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.provider.offline.analyst.internal.Vocabulary.PersonNoun;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.CastMember.Age;
import dev.evergreen.spi.script.CastMember.Gender;
import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptCharacter;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everybody in the film. People without a name join when they are first seen. Used by one thread while a film is planned. */
final class Cast {
    private static final int MOST = 60;
    private static final Set<String> NO_NAMES = Set.of(
            "i",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "god",
            "earth",
            "mars",
            "venus",
            "jupiter",
            "mercury",
            "saturn",
            "will",
            "hope",
            "grace",
            "rose",
            "joy",
            "mark",
            "close",
            "wide",
            "cut",
            "fade",
            "later");

    private final Map<String, CastMember> members = new LinkedHashMap<>();
    private final Map<String, CastMember> byPhrase = new HashMap<>();
    private int longest = 1;

    Cast(Screenplay screenplay) {
        List<String> texts = texts(screenplay);
        for (ScriptCharacter character : screenplay.characters()) {
            if (!BeatReader.isNarrator(character.name())) {
                add(character, texts);
            }
        }
        for (String name : namesIn(texts)) {
            if (members.size() < MOST && !byPhrase.containsKey(name.toLowerCase(Locale.ROOT))) {
                join(Looks.read(name, introduction(name, texts), mentioning(name, texts)), List.of(name));
            }
        }
    }

    Collection<CastMember> members() {
        return members.values();
    }

    CastMember member(String name) {
        return members.computeIfAbsent(name, unknown -> new CastMember(unknown, Gender.UNSPECIFIED, Age.ADULT, ""));
    }

    /** A name in a text and the index of its last word. */
    record Mention(CastMember member, int last) {}

    Optional<Mention> at(List<Word> words, int index) {
        for (int length = Math.min(longest, words.size() - index); length > 0; length--) {
            StringBuilder phrase = new StringBuilder();
            for (int i = index; i < index + length; i++) {
                phrase.append(i == index ? "" : " ").append(words.get(i).lower());
            }
            CastMember member = byPhrase.get(phrase.toString());
            if (member != null && words.get(index).isCapitalised()) {
                return Optional.of(new Mention(member, index + length - 1));
            }
        }
        return Optional.empty();
    }

    /** The people that a noun means: a member of that kind if there is just one and the text says {@code the} or {@code her}; else new faces. */
    List<CastMember> meant(PersonNoun noun, int count, boolean definite, String adjective) {
        if (definite && count == 1) {
            Optional<CastMember> seen = members.values().stream()
                    .filter(member ->
                            member.name().equals(noun.noun()) || member.name().endsWith(" " + noun.noun()))
                    .findFirst();
            if (seen.isPresent()) {
                return List.of(seen.get());
            }
            List<CastMember> fitting = members.values().stream()
                    .filter(member -> noun.gender() != Gender.UNSPECIFIED
                            && member.gender() == noun.gender()
                            && member.age() == noun.age())
                    .toList();
            if (fitting.size() == 1) {
                return fitting;
            }
        }
        String name =
                adjective.isEmpty() || noun.noun().startsWith(adjective) ? noun.noun() : adjective + " " + noun.noun();
        Age age = adjective.equals("old") || adjective.equals("elderly")
                ? Age.OLD
                : adjective.equals("little") || adjective.equals("young") && noun.age() == Age.CHILD
                        ? Age.CHILD
                        : noun.age();
        List<CastMember> meant = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String numbered = count == 1 ? name : name + " " + i;
            Gender gender = noun.gender();
            if (gender == Gender.UNSPECIFIED) {
                gender = (numbered.hashCode() + i & 1) == 0 ? Gender.FEMALE : Gender.MALE;
            }
            Gender chosen = gender;
            meant.add(members.computeIfAbsent(numbered, key -> new CastMember(key, chosen, age, "")));
        }
        return meant;
    }

    private void add(ScriptCharacter character, List<String> texts) {
        List<String> names = new ArrayList<>(character.aliases());
        names.add(character.name());
        List<String> mentioning = names.stream()
                .flatMap(name -> mentioning(name, texts).stream())
                .distinct()
                .toList();
        String description =
                character.description().isEmpty() ? introduction(character.name(), texts) : character.description();
        join(Looks.read(character.name(), description, mentioning), names);
    }

    private void join(CastMember member, List<String> names) {
        members.put(member.name(), member);
        for (String name : names) {
            List<Word> words = Word.of(name);
            StringBuilder phrase = new StringBuilder();
            words.forEach(word -> phrase.append(phrase.isEmpty() ? "" : " ").append(word.lower()));
            byPhrase.putIfAbsent(phrase.toString(), member);
            longest = Math.max(longest, words.size());
        }
        List<Word> whole = Word.of(member.name());
        if (whole.size() > 1) {
            for (Word part : List.of(whole.get(0), whole.get(whole.size() - 1))) {
                boolean telling = part.text().length() > 2
                        && part.text().chars().allMatch(Character::isLetter)
                        && !Vocabulary.PEOPLE.containsKey(part.lower())
                        && (Vocabulary.isGivenName(part.lower()) || part == whole.get(whole.size() - 1));
                if (telling) {
                    byPhrase.putIfAbsent(part.lower(), member);
                }
            }
        }
    }

    /** Names of people who do not speak: given names, and unknown capitalised words that do something more than once. */
    private Set<String> namesIn(List<String> texts) {
        Map<String, Integer> acting = new LinkedHashMap<>();
        Set<String> small = new HashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (String text : texts) {
            for (String sentence : Speech.sentences(text)) {
                List<Word> words = Word.of(sentence);
                for (int i = 0; i < words.size(); i++) {
                    Word word = words.get(i);
                    if (!word.isCapitalised()) {
                        small.add(word.lower());
                    } else if (word.text().length() > 2 && isNobodyElse(words, i)) {
                        if (Vocabulary.isGivenName(word.lower())) {
                            known.add(word.text());
                        } else if (i > 0 || acts(words, i)) {
                            acting.merge(word.text(), acts(words, i) ? 2 : 1, Integer::sum);
                        }
                    }
                }
            }
        }
        acting.forEach((name, weight) -> {
            if (weight >= 4 && !small.contains(name.toLowerCase(Locale.ROOT))) {
                known.add(name);
            }
        });
        Set<String> distinct = new LinkedHashSet<>();
        known.forEach(name -> distinct.add(capitalised(name)));
        return distinct;
    }

    private static boolean acts(List<Word> words, int index) {
        return index + 1 < words.size() && Vocabulary.POSES.at(words, index + 1).isPresent();
    }

    private boolean isNobodyElse(List<Word> words, int index) {
        String lower = words.get(index).lower();
        return !NO_NAMES.contains(lower)
                && !byPhrase.containsKey(lower)
                && PersonNouns.at(words, index).isEmpty()
                && Vocabulary.PLACES.at(words, index).isEmpty()
                && Vocabulary.OBJECTS.at(words, index).isEmpty()
                && Vocabulary.TIMES.at(words, index).isEmpty();
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String introduction(String name, List<String> texts) {
        for (String text : texts) {
            int at = text.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
            if (at >= 0) {
                List<Word> before = Word.of(text.substring(0, at));
                StringBuilder near = new StringBuilder();
                for (Word word : before.subList(Math.max(0, before.size() - 3), before.size())) {
                    near.append(word.text()).append(' ');
                }
                boolean beginsSentence = before.isEmpty()
                        || text.substring(0, at).stripTrailing().endsWith(".");
                String rest = text.substring(at + name.length());
                int end = rest.indexOf('.');
                String aside = rest.startsWith(",") ? rest.substring(1, end < 0 ? rest.length() : end) : "";
                return (beginsSentence ? "" : near) + aside.split(" and ")[0];
            }
        }
        return "";
    }

    private static List<String> mentioning(String name, List<String> texts) {
        String lower = name.toLowerCase(Locale.ROOT);
        return texts.stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(lower))
                .toList();
    }

    private static List<String> texts(Screenplay screenplay) {
        List<String> texts = new ArrayList<>();
        for (ScriptScene scene : screenplay.scenes()) {
            for (ScriptElement element : scene.elements()) {
                boolean narration = element.kind() == ScriptElement.Kind.DIALOGUE
                        && element.speaker().map(BeatReader::isNarrator).orElse(true);
                if (element.kind() == ScriptElement.Kind.ACTION || narration) {
                    texts.add(Speech.oneLine(element.text()));
                }
            }
        }
        return texts;
    }
}
