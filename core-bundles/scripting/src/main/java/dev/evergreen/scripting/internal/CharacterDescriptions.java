package dev.evergreen.scripting.internal;

import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.ScriptScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the script's action says about a character's looks and age where the character is introduced. */
final class CharacterDescriptions {
    private static final Pattern BEFORE = Pattern.compile(
            "((?:her|his|their|a|an|the|my|our)\\s+(?:[\\p{L}'-]+,?\\s+){0,4}?[\\p{L}'-]+),?\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSON_NOUN = Pattern.compile(
            ".*\\b(?:brother|sister|mother|father|grand\\p{L}+|mum|mom|dad|son|daughter|aunt|uncle|cousin|friend|boy|girl|man|woman|child|kid|baby|"
                    + "teacher|doctor|sailor|fisherman|farmer|baker|keeper|captain|nurse|student|detective|scientist|biologist|artist|"
                    + "painter|neighbou?r|wife|husband|king|queen|princess|prince|wizard|witch|astronaut|pilot|driver|soldier|robot|dog|cat)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PARENTHESES = Pattern.compile("^\\s*\\(([^)\\n]{1,160})\\)");
    private static final Pattern DESCRIBING = Pattern.compile(
            "(?:(?:early|mid|late)[ -])?(?:\\d{1,3}(?:s|'s)?|(?:twenties|thirties|forties|fifties|sixties|seventies|eighties))(?:\\b.*)?"
                    + "|(?:aged?|about|around|nearly|almost|barely|just|only|still)\\s.*"
                    + "|(?:a|an|the|his|her|their|in|with|wearing|dressed|both|all)\\s.*"
                    + "|(?:[\\p{L}-]+ )?(?:haired|bearded|eyed|tall|short|thin|slim|stout|blonde?|bald|freckled|gr[ae]y|old|young|elderly)(?:\\b.*)?",
            Pattern.CASE_INSENSITIVE);

    private final List<String> actions = new ArrayList<>();

    CharacterDescriptions(List<ScriptScene> scenes) {
        for (ScriptScene scene : scenes) {
            for (ScriptElement element : scene.elements()) {
                if (element.kind() == ScriptElement.Kind.ACTION
                        || element.kind() == ScriptElement.Kind.DIALOGUE
                                && element.speaker().isEmpty()) {
                    actions.add(element.text().replace('\n', ' '));
                }
            }
        }
    }

    /** What stands beside the first mention of the name; empty when nothing does. */
    String of(String name, List<String> aliases) {
        List<String> names = new ArrayList<>(aliases);
        names.add(0, name);
        for (String action : actions) {
            for (String candidate : names) {
                int at = indexOfName(action, candidate);
                if (at >= 0) {
                    return describe(action, at, candidate.length());
                }
            }
        }
        return "";
    }

    private static int indexOfName(String action, String name) {
        int at = action.indexOf(name);
        if (at < 0) {
            at = action.indexOf(capitalised(name));
        }
        while (at >= 0) {
            int end = at + name.length();
            boolean wholeWord = (at == 0 || !Character.isLetterOrDigit(action.charAt(at - 1)))
                    && (end >= action.length() || !Character.isLetterOrDigit(action.charAt(end)));
            if (wholeWord) {
                return at;
            }
            at = action.indexOf(name, end);
        }
        return -1;
    }

    private static String capitalised(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean start = true;
        for (char c : name.toCharArray()) {
            out.append(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
            start = !Character.isLetter(c) && c != '\'';
        }
        return out.toString();
    }

    private static String describe(String action, int at, int length) {
        List<String> parts = new ArrayList<>();
        Matcher before = BEFORE.matcher(action.substring(Math.max(0, at - 80), at));
        if (before.find() && PERSON_NOUN.matcher(before.group(1)).find()) {
            parts.add(lastNounPhrase(before.group(1)));
        }
        String after = action.substring(at + length);
        Matcher parentheses = PARENTHESES.matcher(after);
        if (parentheses.find()) {
            parts.add(parentheses.group(1).strip());
            after = after.substring(parentheses.end());
        }
        if (after.startsWith(",")) {
            String sentence = after.substring(1).split("[.;:!?](?:\\s|$)", 2)[0];
            for (String segment : sentence.split(",")) {
                String words = segment.strip();
                if (!DESCRIBING.matcher(words).matches()) {
                    break;
                }
                parts.add(words);
            }
        }
        return String.join(", ", parts);
    }

    /** The shortest phrase that still begins with an article or possessive: {@code the pool with her brother} leaves {@code her brother}. */
    private static String lastNounPhrase(String phrase) {
        Matcher matcher = Pattern.compile("\\b(?:her|his|their|a|an|the|my|our)\\b", Pattern.CASE_INSENSITIVE)
                .matcher(phrase.toLowerCase(Locale.ROOT));
        int start = 0;
        while (matcher.find()) {
            start = matcher.start();
        }
        return phrase.substring(start);
    }
}
