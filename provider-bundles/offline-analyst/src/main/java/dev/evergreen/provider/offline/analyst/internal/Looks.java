package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.provider.offline.analyst.internal.Vocabulary.PersonNoun;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.CastMember.Age;
import dev.evergreen.spi.script.CastMember.Gender;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads gender, age and looks from what a script says about a person. */
final class Looks {
    private static final int OLDEST_CHILD = 15;
    private static final int YOUNGEST_OLD = 62;

    private static final Pattern AGE =
            Pattern.compile("(?<![\\d:])(\\d{1,3})(?:s|'s)?(?![\\d:])(?!\\s*(?:o'clock|am|pm|feet|foot|miles|metres))");
    private static final Pattern CHILD =
            Pattern.compile("\\b(?:little|young|kid|child|toddler|teen\\w*|schoolgirl|schoolboy|boy|girl|baby)\\b");
    private static final Pattern OLD = Pattern.compile(
            "\\b(?:old|elderly|aged|ancient|wrinkled|grand\\w+|seventies|eighties|white-haired|gr[ae]y-haired)\\b");
    private static final String COLOURS =
            "red|blue|green|yellow|white|black|orange|pink|purple|gr[ae]y|brown|golden|silver|striped|checked|dotted|bright|dark|woollen|knitted";
    private static final Pattern CLOTHES = Pattern.compile("\\b((?:(?:" + COLOURS + ")\\s+){1,2}"
            + "(?:rain ?coat|coat|dress|sweater|jumper|pullover|jacket|shirt|t-shirt|cardigan|gown|robe|hat|cap|scarf|boots|apron|vest|uniform|cloak|hoodie|beret|bonnet|overalls|suit|skirt))\\b"
            + "|\\b(raincoat|spacesuit|wetsuit|uniform|apron|lab coat|pyjamas|pajamas|tuxedo)\\b");
    private static final Pattern HAIR = Pattern.compile(
            "\\b((?:(?:long|short|curly|straight|wild|messy|red|black|brown|blonde?|gr[ae]y|white|dark|silver)\\s+){1,3}(?:hair|beard|moustache|curls|braids|ponytail))\\b"
                    + "|\\b((?:red|black|brown|blonde?|gr[ae]y|white|dark|silver|curly)-haired|bald|bearded|freckled|freckles|glasses|spectacles|braids|ponytail|beard|moustache|pigtails)\\b");
    private static final Map<String, Gender> TITLES = Map.ofEntries(
            Map.entry("mr", Gender.MALE),
            Map.entry("mister", Gender.MALE),
            Map.entry("sir", Gender.MALE),
            Map.entry("lord", Gender.MALE),
            Map.entry("king", Gender.MALE),
            Map.entry("prince", Gender.MALE),
            Map.entry("uncle", Gender.MALE),
            Map.entry("father", Gender.MALE),
            Map.entry("mrs", Gender.FEMALE),
            Map.entry("ms", Gender.FEMALE),
            Map.entry("miss", Gender.FEMALE),
            Map.entry("lady", Gender.FEMALE),
            Map.entry("queen", Gender.FEMALE),
            Map.entry("princess", Gender.FEMALE),
            Map.entry("aunt", Gender.FEMALE));
    private static final Set<String> FEMALE_PRONOUNS = Set.of("she", "her", "hers", "herself");
    private static final Set<String> MALE_PRONOUNS = Set.of("he", "him", "his", "himself");

    private Looks() {}

    /**
     * @param name the person's name
     * @param description what stands beside the name where the person is introduced
     * @param texts the paragraphs that mention the person, in order
     */
    static CastMember read(String name, String description, List<String> texts) {
        String lowerName = name.toLowerCase(Locale.ROOT);
        String lowerDescription = description.toLowerCase(Locale.ROOT);
        String nearby = texts.isEmpty() ? "" : after(texts.get(0).toLowerCase(Locale.ROOT), lowerName);
        Optional<PersonNoun> noun = noun(lowerDescription).or(() -> noun(lowerName));
        Gender gender = noun.map(PersonNoun::gender).orElse(Gender.UNSPECIFIED);
        if (gender == Gender.UNSPECIFIED) {
            gender = genderOfName(lowerName);
        }
        if (gender == Gender.UNSPECIFIED) {
            gender = genderOfPronouns(lowerName, texts);
        }
        return new CastMember(
                name, gender, age(lowerName, lowerDescription, noun), appearance(lowerDescription + ". " + nearby));
    }

    static String appearance(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (Pattern pattern : List.of(CLOTHES, HAIR)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
        }
        List<String> kept = new ArrayList<>();
        for (String words : found) {
            if (found.stream().noneMatch(other -> !other.equals(words) && other.contains(words))) {
                kept.add(words.replaceAll("\\s+", " "));
            }
        }
        return String.join(", ", kept);
    }

    private static Age age(String name, String description, Optional<PersonNoun> noun) {
        Matcher number = AGE.matcher(description);
        if (number.find()) {
            int years = Integer.parseInt(number.group(1));
            return years <= OLDEST_CHILD ? Age.CHILD : years >= YOUNGEST_OLD ? Age.OLD : Age.ADULT;
        }
        String words = name + " " + description;
        if (noun.isPresent() && noun.get().age() != Age.ADULT) {
            return noun.get().age();
        }
        if (OLD.matcher(words).find()) {
            return Age.OLD;
        }
        return CHILD.matcher(words).find() ? Age.CHILD : Age.ADULT;
    }

    private static Optional<PersonNoun> noun(String text) {
        List<Word> words = Word.of(text);
        for (int i = 0; i < words.size(); i++) {
            Optional<PersonNoun> noun = PersonNouns.at(words, i).map(PersonNouns.Hit::noun);
            if (noun.isPresent()) {
                return noun;
            }
        }
        return Optional.empty();
    }

    private static Gender genderOfName(String lowerName) {
        String[] words = lowerName.replace(".", "").split("\\s+");
        Gender titled = TITLES.getOrDefault(words[0], Gender.UNSPECIFIED);
        if (titled != Gender.UNSPECIFIED && words.length > 1) {
            return titled;
        }
        for (String word : words) {
            Gender gender = Vocabulary.genderOfName(word);
            if (gender != Gender.UNSPECIFIED) {
                return gender;
            }
        }
        return Gender.UNSPECIFIED;
    }

    /** The pronouns that follow the name vote. */
    private static Gender genderOfPronouns(String lowerName, List<String> texts) {
        int votes = 0;
        for (String text : texts) {
            for (Word word : Word.of(after(text.toLowerCase(Locale.ROOT), lowerName))) {
                votes += FEMALE_PRONOUNS.contains(word.lower()) ? 1 : 0;
                votes -= MALE_PRONOUNS.contains(word.lower()) ? 1 : 0;
            }
        }
        return votes > 0 ? Gender.FEMALE : votes < 0 ? Gender.MALE : Gender.UNSPECIFIED;
    }

    /** The rest of the sentence behind the name, up to the next name in capitals. */
    private static String after(String lowerText, String lowerName) {
        int at = lowerText.indexOf(lowerName);
        if (at < 0) {
            return "";
        }
        String rest = lowerText.substring(at + lowerName.length());
        int end = rest.indexOf(". ");
        String sentence = end < 0 ? rest : rest.substring(0, end);
        int next = sentence.indexOf(" and ");
        return next < 0 ? sentence : sentence.substring(0, next);
    }
}
