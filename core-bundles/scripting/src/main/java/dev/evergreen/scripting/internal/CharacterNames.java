package dev.evergreen.scripting.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which cues mean the same character. {@code DR. SMITH} and {@code SMITH} are one, and so are {@code MARA ELLIS} and {@code MARA} as long
 * as nobody else bears that name; {@code YOUNG MARA} is another, because she looks and sounds different.
 */
final class CharacterNames {
    private static final Pattern EXTENSION = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern VOICE = Pattern.compile("(.+)['\u2019]S VOICE|VOICE OF (?:THE )?(.+)");
    private static final Pattern TOGETHER = Pattern.compile("\\s*(?:/|&|,|\\bAND\\b)\\s*");
    private static final Set<String> TITLES = Set.of(
            "DR",
            "DOCTOR",
            "MR",
            "MISTER",
            "MRS",
            "MS",
            "MISS",
            "PROF",
            "PROFESSOR",
            "CAPTAIN",
            "CAPT",
            "DETECTIVE",
            "DET",
            "INSPECTOR",
            "OFFICER",
            "SERGEANT",
            "SGT",
            "LIEUTENANT",
            "LT",
            "COLONEL",
            "COL",
            "GENERAL",
            "GEN",
            "COMMANDER",
            "AGENT",
            "AUNT",
            "UNCLE",
            "SIR",
            "LADY",
            "LORD",
            "JUDGE",
            "SISTER",
            "BROTHER",
            "FATHER",
            "KING",
            "QUEEN",
            "PRINCE",
            "PRINCESS",
            "PRESIDENT",
            "SENATOR",
            "MAYOR",
            "REVEREND",
            "REV",
            "CHIEF",
            "SHERIFF",
            "NURSE",
            "COACH");
    private static final Set<String> DIVIDING_TITLES = Set.of(
            "MR",
            "MRS",
            "MS",
            "MISS",
            "AUNT",
            "UNCLE",
            "KING",
            "QUEEN",
            "PRINCE",
            "PRINCESS",
            "SIR",
            "LADY",
            "LORD",
            "SISTER",
            "BROTHER",
            "FATHER");
    private static final Set<String> OTHER_SELF = Set.of(
            "YOUNG", "YOUNGER", "OLD", "OLDER", "ELDER", "LITTLE", "TEEN", "TEENAGE", "ADULT", "BABY", "KID", "FUTURE",
            "PAST", "GHOST", "EVIL", "FAKE", "FIRST", "SECOND", "THIRD", "FOURTH", "ANOTHER", "OTHER", "TALL", "SHORT",
            "BIG", "SMALL", "ANGRY", "DRUNK", "BLIND", "RED", "BLUE", "GREEN", "BLACK", "WHITE");
    private static final Set<String> EVERYBODY = Set.of(
            "MAN",
            "WOMAN",
            "BOY",
            "GIRL",
            "CHILD",
            "KID",
            "VOICE",
            "GUARD",
            "COP",
            "POLICEMAN",
            "DRIVER",
            "SOLDIER",
            "WAITER",
            "WAITRESS",
            "CLERK",
            "REPORTER",
            "STRANGER",
            "STUDENT",
            "TEACHER",
            "CUSTOMER",
            "PASSENGER",
            "ROBOT",
            "DOG",
            "CAT",
            "MOTHER",
            "FATHER",
            "MOM",
            "MUM",
            "DAD",
            "SISTER",
            "BROTHER",
            "AND",
            "OF",
            "THE",
            "SON",
            "DAUGHTER",
            "NARRATOR");

    private final Map<String, String> canonical = new LinkedHashMap<>();

    /** @param cues names as {@link #name} gives them, by first appearance */
    CharacterNames(List<String> cues) {
        Map<String, String> firstByKey = new LinkedHashMap<>();
        for (String cue : cues) {
            firstByKey.putIfAbsent(cue.toUpperCase(Locale.ROOT), cue);
        }
        List<Name> names = new ArrayList<>();
        firstByKey.forEach((key, cue) -> names.add(Name.of(key, cue)));
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            String same = name.cue;
            for (int j = 0; j < i; j++) {
                if (isSame(names.get(j), name, names)) {
                    same = canonical.getOrDefault(names.get(j).key, names.get(j).cue);
                    break;
                }
            }
            canonical.put(name.key, same);
        }
    }

    /** The character's canonical name. */
    String canonical(String cue) {
        return canonical.getOrDefault(cue.toUpperCase(Locale.ROOT), cue);
    }

    /** Who speaks when a cue names several known characters ({@code MARA AND THEO}); else the one that it names. */
    List<String> speakers(String cue) {
        String key = cue.toUpperCase(Locale.ROOT);
        String[] parts = TOGETHER.split(key);
        if (parts.length < 2) {
            return List.of(canonical(cue));
        }
        List<String> speakers = new ArrayList<>();
        for (String part : parts) {
            if (!canonical.containsKey(part) || part.equals(key)) {
                return List.of(canonical(cue));
            }
            speakers.add(canonical(part));
        }
        return speakers;
    }

    /** The name in a cue, without what stands in parentheses. */
    static String name(String cue) {
        int parenthesis = cue.indexOf('(');
        String name =
                (parenthesis > 0 ? cue.substring(0, parenthesis) : cue).strip().replaceAll("[\\s\u00a0]+", " ");
        return name.endsWith(":") ? name.substring(0, name.length() - 1).strip() : name;
    }

    /** What stands in parentheses in a cue, without {@code CONT'D}; empty when nothing does. */
    static String extension(String cue) {
        StringBuilder extensions = new StringBuilder();
        Matcher matcher = EXTENSION.matcher(cue);
        while (matcher.find()) {
            String extension = matcher.group(1).strip();
            String letters = extension.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
            if (!letters.equals("CONTD") && !letters.equals("CONTINUED") && !letters.equals("CONT")) {
                extensions.append(extensions.isEmpty() ? "" : ", ").append(extension);
            }
        }
        return extensions.toString();
    }

    private static boolean isSame(Name earlier, Name later, List<Name> all) {
        if (earlier.core.equals(later.core)) {
            return earlier.title.equals(later.title)
                    || earlier.title.isEmpty()
                    || later.title.isEmpty()
                    || !DIVIDING_TITLES.contains(earlier.title) && !DIVIDING_TITLES.contains(later.title);
        }
        Name single = earlier.words.length == 1 ? earlier : later;
        Name whole = single == earlier ? later : earlier;
        return single.words.length == 1
                && isPart(single, whole)
                && all.stream()
                                .filter(other -> isPart(single, other))
                                .map(other -> other.core)
                                .distinct()
                                .count()
                        == 1;
    }

    private static boolean isPart(Name single, Name whole) {
        String word = single.core;
        if (whole.words.length < 2 || EVERYBODY.contains(word) || !word.chars().allMatch(Character::isLetter)) {
            return false;
        }
        for (String other : whole.words) {
            boolean plainWord = other.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '-' || c == '.');
            if (!plainWord || OTHER_SELF.contains(other) || EVERYBODY.contains(other)) {
                return false;
            }
        }
        return whole.words[0].equals(word) || whole.words[whole.words.length - 1].equals(word);
    }

    private record Name(String key, String cue, String title, String core, String[] words) {
        static Name of(String key, String cue) {
            Matcher voice = VOICE.matcher(key);
            String spoken = key;
            if (voice.matches()) {
                spoken = voice.group(1) != null ? voice.group(1) : voice.group(2);
            }
            String[] words = spoken.split(" ");
            String first = words[0].endsWith(".") ? words[0].substring(0, words[0].length() - 1) : words[0];
            boolean titled = words.length > 1
                    && TITLES.contains(first)
                    && !words[1].chars().allMatch(Character::isDigit)
                    && !words[1].startsWith("#");
            String core = titled ? spoken.substring(words[0].length() + 1) : spoken;
            return new Name(key, cue, titled ? first : "", core, core.split(" "));
        }
    }
}
